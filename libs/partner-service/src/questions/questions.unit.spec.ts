import { describe, it } from '@jest/globals';
import { QuestionReceivedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { questions, receiveQuestion } from './questions.ts';

const worry = { questionId: 'q-1', kind: 'concern', about: 'neighbour', initiatedBy: 'resident' } as const;
const received = fact(QuestionReceivedData, worry);

describe('a question', () => {
  const questionsGiven = given(questions);

  it('is received, also about someone else', () => questionsGiven().when((known) => receiveQuestion(worry, known)).then([received]));
  it('says nothing new when it is received twice', () => questionsGiven(received).when((known) => receiveQuestion(worry, known)).thenNothing());
  it('is refused under the id of another question', () => questionsGiven(received).when((known) => receiveQuestion({ ...worry, kind: 'idea' }, known)).thenRefused('question-already-received'));
});
