import type { InvolvementEndedData, InvolvementStartedData } from '@kring/contracts';
import { endInvolvement, involvements, refuse, startInvolvement } from '@kring/partner-service';
import type { Circumstances, Content, Decider, Fact, InvolvementClass, Involvements } from '@kring/partner-service';

/**
 * A tenancy is an involvement of the landlord, in the domain of housing and at the level of the neighbourhood: all that others
 * learn is which corporation to call. Guidance by a housing consultant is help, and so one level up.
 */
export const tenancies: Decider<Involvements, InvolvementClass> = involvements;

const tenancyLevel = 'neighbourhood';
const guidanceLevel = 'basic-team';

type Start = Omit<Content<typeof InvolvementStartedData>, 'level' | 'domain'>;
type End = Content<typeof InvolvementEndedData>;

export const startTenancy = (start: Start, known: Involvements, at: Circumstances): Fact<typeof InvolvementStartedData>[] => {
  const other = runningAt(tenancyLevel, known).find((involvementId) => involvementId !== start.involvementId);
  if (other !== undefined && !known.has(start.involvementId)) refuse('tenancy-already-running', 'This household rents from you already; end that tenancy first.');
  return startInvolvement({ ...start, level: tenancyLevel, domain: 'housing' }, known, at);
};

/** Who is no longer a tenant has no housing consultant of ours either. */
export const endTenancy = (end: End, known: Involvements, at: Circumstances): Fact<typeof InvolvementEndedData>[] => {
  mustBeAt(tenancyLevel, end.involvementId, known);
  const ended = endInvolvement(end, known, at);
  const guidance = ended.length === 0 ? [] : runningAt(guidanceLevel, known);
  return [...ended, ...guidance.flatMap((involvementId) => endInvolvement({ involvementId, reason: end.reason }, known, at))];
};

export const startGuidance = (start: Start, known: Involvements, at: Circumstances): Fact<typeof InvolvementStartedData>[] => {
  if (runningAt(tenancyLevel, known).length === 0) refuse('no-tenancy', 'A corporation guides its own tenants; tell of the tenancy first.');
  return startInvolvement({ ...start, level: guidanceLevel, domain: 'housing' }, known, at);
};

export const endGuidance = (end: End, known: Involvements, at: Circumstances): Fact<typeof InvolvementEndedData>[] => {
  mustBeAt(guidanceLevel, end.involvementId, known);
  return endInvolvement(end, known, at);
};

const runningAt = (level: string, known: Involvements): string[] =>
  [...known].filter(([, involvement]) => involvement.state === 'active' && involvement.level === level).map(([involvementId]) => involvementId);

const mustBeAt = (level: string, involvementId: string, known: Involvements): void => {
  const involvement = known.get(involvementId);
  if (involvement && involvement.level !== level) refuse('another-kind-of-involvement', 'This id is of the other kind: a tenancy, or guidance by a housing consultant.');
};
