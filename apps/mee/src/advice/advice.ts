import { AdviceGivenData, AdviceRequestedData } from '@kring/contracts';
import { fact, refuse } from '@kring/partner-service';
import type { Content, Decider, Fact } from '@kring/partner-service';

type Advice = { readonly question: Content<typeof AdviceRequestedData> | null; readonly given: boolean };
export type Advices = ReadonlyMap<string, Advice>;

/**
 * Advice that was asked or given. It is no step in a referral: knowledge is borrowed, and responsibility stays where it is
 * (S1.20). Who gives advice may have been asked by another organisation: then the question is not ours to see.
 */
export const advice: Decider<Advices, typeof AdviceRequestedData | typeof AdviceGivenData> = {
  initial: new Map(),
  listensTo: [AdviceRequestedData, AdviceGivenData],
  evolve: (known, event) => {
    const before = known.get(event.data.adviceId) ?? { question: null, given: false };
    const news = event.type === AdviceRequestedData.type ? { question: event.data } : { given: true };
    return new Map(known).set(event.data.adviceId, { ...before, ...news });
  },
};

export const askAdvice = (question: Content<typeof AdviceRequestedData>, known: Advices): Fact<typeof AdviceRequestedData>[] => {
  const asked = known.get(question.adviceId)?.question;
  if (!asked) return [fact(AdviceRequestedData, question)];
  if (asked.discipline === question.discipline && asked.anonymous === question.anonymous) return [];
  return refuse('advice-already-asked', 'Other advice was asked under this id; take a new one.');
};

export const giveAdvice = (answer: Content<typeof AdviceGivenData>, known: Advices): Fact<typeof AdviceGivenData>[] =>
  known.get(answer.adviceId)?.given ? [] : [fact(AdviceGivenData, answer)];
