import { describe, it } from '@jest/globals';
import { PulseCheckRecordedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given, happened } from '../testing/given.ts';
import { pulseChecks, recordPulseCheck } from './pulse-checks.ts';

const check = { channel: 'visit', trend: 'stable' } as const;
const recorded = fact(PulseCheckRecordedData, check);
const thisMoment = '2026-03-03T08:00:00.000Z';

describe('a pulse check', () => {
  const checksGiven = given(pulseChecks);

  it('is recorded as often as someone looks in', () => checksGiven(recorded).when((done, at) => recordPulseCheck(check, done, at)).then([recorded]));
  it('says nothing new when the same moment is sent twice', () => checksGiven(happened(thisMoment, recorded)).when((done, at) => recordPulseCheck(check, done, at)).thenNothing());
  it('has one result a moment', () =>
    checksGiven(happened(thisMoment, recorded)).when((done, at) => recordPulseCheck({ ...check, trend: 'worsening' }, done, at)).thenRefused('pulse-already-checked'));
  it('is next due on a later day', () =>
    checksGiven().when((done, at) => recordPulseCheck({ ...check, nextDue: '2026-03-03' }, done, at)).thenRefused('next-check-not-later'));
});
