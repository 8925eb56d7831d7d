import { describe, expect, it } from '@jest/globals';
import { alertTitle, thresholdText } from './alerts.ts';

describe('the words of an alert', () => {
  it('are a title for its code, also for one that is new', () => {
    expect([alertTitle('A07'), alertTitle('A99')]).toEqual(['Bezoeken botsen', 'Aandachtspunt A99']);
  });

  it('give the threshold of the rule in Dutch', () => {
    expect(['60 minutes, 2 organisations a day', 'urgent 1 working day, normal 5 working days, low 10 working days', '1 contact person'].map(thresholdText))
      .toEqual(['60 minuten, 2 organisaties op een dag', 'dringend 1 werkdag, gewoon 5 werkdagen, laag 10 werkdagen', '1 aanspreekpunt']);
  });
});
