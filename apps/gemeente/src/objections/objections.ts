import { InvolvementContestedData, ObjectionDecidedData, ObjectionRaisedData } from '@kring/contracts';
import { fact, refuse } from '@kring/partner-service';
import type { Circumstances, Content, Decider, Fact } from '@kring/partner-service';

type Objection = { readonly scope: string | null; readonly upheld: boolean | null };
export type Objections = { readonly objections: ReadonlyMap<string, Objection>; readonly contested: ReadonlyMap<string, string> };

const spoken = [ObjectionRaisedData, ObjectionDecidedData, InvolvementContestedData] as const;

/** What residents object to, and how the gemeente decided. A resident may have raised it themselves: then only the decision stands here. */
export const objections: Decider<Objections, (typeof spoken)[number]> = {
  initial: { objections: new Map(), contested: new Map() },
  listensTo: spoken,
  evolve: (known, event) => {
    if (event.type === InvolvementContestedData.type) return { ...known, contested: new Map(known.contested).set(event.data.involvementId, event.occurredAt) };
    const objection = known.objections.get(event.data.objectionId) ?? { scope: null, upheld: null };
    const news = event.type === ObjectionRaisedData.type ? { scope: event.data.scope } : { upheld: event.data.upheld };
    return { ...known, objections: new Map(known.objections).set(event.data.objectionId, { ...objection, ...news }) };
  },
};

/** At the counter the gemeente writes down what the resident objects to; from then on it has a month to decide (alert A24). */
export const raiseObjection = (objection: Content<typeof ObjectionRaisedData>, { objections: known }: Objections): Fact<typeof ObjectionRaisedData>[] => {
  const scope = known.get(objection.objectionId)?.scope ?? null;
  if (scope === null) return [fact(ObjectionRaisedData, objection)];
  return scope === objection.scope ? [] : refuse('objection-already-raised', 'Another objection was raised under this id; take a new one.');
};

/** A decision stands: whoever sees it otherwise later decides on a new objection. */
export const decideObjection = (decision: Content<typeof ObjectionDecidedData>, { objections: known }: Objections): Fact<typeof ObjectionDecidedData>[] => {
  const upheld = known.get(decision.objectionId)?.upheld ?? null;
  if (upheld === null) return [fact(ObjectionDecidedData, decision)];
  return upheld === decision.upheld ? [] : refuse('objection-already-decided', 'This objection was decided otherwise; a new objection is needed.');
};

/** On behalf of the resident: this involvement is not as it is told. Who is involved then confirms, changes or ends it. */
export const contestInvolvement = (contest: Content<typeof InvolvementContestedData>, { contested }: Objections, { occurredAt }: Circumstances): Fact<typeof InvolvementContestedData>[] =>
  contested.get(contest.involvementId) === occurredAt ? [] : [fact(InvolvementContestedData, contest)];
