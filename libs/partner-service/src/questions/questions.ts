import { QuestionReceivedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Content, Decider, Fact } from '../deciding/decider.ts';
import { refuse } from '../deciding/refusal.ts';

type Question = Content<typeof QuestionReceivedData>;
export type Questions = ReadonlyMap<string, Question>;

export const questions: Decider<Questions, typeof QuestionReceivedData> = {
  initial: new Map(),
  listensTo: [QuestionReceivedData],
  evolve: (received, { data }) => new Map(received).set(data.questionId, data),
};

export const receiveQuestion = (question: Question, received: Questions): Fact<typeof QuestionReceivedData>[] => {
  const known = received.get(question.questionId);
  if (!known) return [fact(QuestionReceivedData, question)];
  if (known.kind === question.kind && known.about === question.about && known.initiatedBy === question.initiatedBy) return [];
  return refuse('question-already-received', 'Another question was received under this id; take a new one.');
};
