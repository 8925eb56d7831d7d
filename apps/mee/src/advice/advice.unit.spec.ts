import { describe, it } from '@jest/globals';
import { AdviceGivenData, AdviceRequestedData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given } from '@kring/partner-service/testing';
import { advice, askAdvice, giveAdvice } from './advice.ts';

const question = { adviceId: 'a-1', discipline: 'educationalist', anonymous: true };
const asked = fact(AdviceRequestedData, question);
const answer = { adviceId: 'a-1' };
const answered = fact(AdviceGivenData, answer);

describe('advice', () => {
  const adviceGiven = given(advice);

  it('is asked of a specialist', () => adviceGiven().when((known) => askAdvice(question, known)).then([asked]));
  it('says nothing new when it is asked twice', () => adviceGiven(asked).when((known) => askAdvice(question, known)).thenNothing());
  it('is refused under the id of another question', () => adviceGiven(asked).when((known) => askAdvice({ ...question, discipline: 'psychologist' }, known)).thenRefused('advice-already-asked'));
  it('is given once, also to another organisation that asked', () => {
    adviceGiven().when((known) => giveAdvice(answer, known)).then([answered]);
    adviceGiven(asked, answered).when((known) => giveAdvice(answer, known)).thenNothing();
  });
});
