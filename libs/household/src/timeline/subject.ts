import type { Sensitivity } from '@kring/contracts';
import type { Facts } from '../circle/facts.ts';
import type { Happening } from '../circle/happening.ts';
import type { Involvement } from '../circle/involvements.ts';
import type { Entry, Register } from '../circle/register.ts';

type Sensitive = Entry & { readonly sensitivity: Sensitivity | null };

/** What an event is about, by its publisher's own id; `entry` is what the facts say of it, where they do. */
export type Subject =
  | { readonly kind: 'involvement'; readonly id: string; readonly entry: Involvement | undefined }
  | { readonly kind: 'other'; readonly id: string; readonly entry: Sensitive | undefined };

const registers = ({ supporters, questions, signals, visits, referrals }: Facts): Readonly<Record<string, Register<Sensitive> | null>> => ({
  visitId: visits,
  signalId: signals,
  referralId: referrals.register,
  supporterId: supporters,
  questionId: questions,
  matchId: null,
  planId: null,
  takeoverId: null,
  adviceId: null,
  objectionId: null,
});

/** Its own entry, or the one that it means: an answer is told by another than the signal. */
const entryOf = <One extends Entry>(register: Register<One>, id: string, happening: Happening): One | undefined => register.own(id, happening) ?? register.all(id)[0];

export const subjectOf = (happening: Happening, facts: Facts): Subject | null => {
  const data: Readonly<Record<string, unknown>> = happening.event.data;
  if (typeof data['involvementId'] === 'string') return { kind: 'involvement', id: data['involvementId'], entry: entryOf(facts.involvements, data['involvementId'], happening) };
  for (const [field, register] of Object.entries(registers(facts))) {
    const id = data[field];
    if (typeof id === 'string') return { kind: 'other', id, entry: register ? entryOf(register, id, happening) : undefined };
  }
  return null;
};
