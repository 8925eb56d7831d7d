import { describe, it } from '@jest/globals';
import { AftercareClosedData, AftercareContactedData, AftercareStartedData, PartnersUpdatedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given, happened } from '../testing/given.ts';
import { closeAftercare, contactForAftercare, followUp, startAftercare, updatePartners } from './follow-up.ts';

const start = { until: '2026-09-01' };
const started = fact(AftercareStartedData, start);
const contact = { trend: 'stable' } as const;
const contacted = fact(AftercareContactedData, contact);
const closed = fact(AftercareClosedData, {});
const thisMoment = '2026-03-03T08:00:00.000Z';

describe('aftercare', () => {
  const followUpGiven = given(followUp);

  it('starts, once', () => {
    followUpGiven().when((known, at) => startAftercare(start, known, at)).then([started]);
    followUpGiven(started).when((known, at) => startAftercare(start, known, at)).thenNothing();
  });
  it('runs until one day', () => followUpGiven(started).when((known, at) => startAftercare({ until: '2026-12-01' }, known, at)).thenRefused('aftercare-already-running'));
  it('lasts longer than a day', () => followUpGiven().when((known, at) => startAftercare({ until: '2026-03-03' }, known, at)).thenRefused('aftercare-too-short'));
  it('is kept up by contact, time and again', () => {
    followUpGiven(started, contacted).when((known, at) => contactForAftercare(contact, known, at)).then([contacted]);
    followUpGiven(started, happened(thisMoment, contacted)).when((known, at) => contactForAftercare(contact, known, at)).thenNothing();
  });
  it('has no contact before it starts or after it closes', () => {
    followUpGiven().when((known, at) => contactForAftercare(contact, known, at)).thenRefused('no-aftercare');
    followUpGiven(started, closed).when((known, at) => contactForAftercare(contact, known, at)).thenRefused('no-aftercare');
  });
  it('closes, once', () => {
    followUpGiven(started).when(closeAftercare).then([closed]);
    followUpGiven(started, closed).when(closeAftercare).thenNothing();
    followUpGiven().when(closeAftercare).thenRefused('no-aftercare');
  });
  it('may start anew after it closed', () => followUpGiven(started, closed).when((known, at) => startAftercare(start, known, at)).then([started]));
});

describe('keeping partners informed', () => {
  const followUpGiven = given(followUp);
  const update = { recipients: ['noordermaat', 'mee-drenthe'], trend: 'improving' as const };
  const updated = fact(PartnersUpdatedData, update);

  it('is done time and again, and once a moment', () => {
    followUpGiven(updated).when((known, at) => updatePartners(update, known, at)).then([updated]);
    followUpGiven(happened(thisMoment, updated)).when((known, at) => updatePartners(update, known, at)).thenNothing();
  });
  it('is more than talking to oneself', () => followUpGiven().when((known, at) => updatePartners({ ...update, recipients: ['omring'] }, known, at)).thenRefused('only-oneself-updated'));
});
