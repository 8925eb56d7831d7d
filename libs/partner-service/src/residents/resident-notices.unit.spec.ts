import { describe, it } from '@jest/globals';
import { ResidentInformedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given, happened } from '../testing/given.ts';
import { informResident, residentNotices } from './resident-notices.ts';

const notice = { about: 'involvement' } as const;
const informed = fact(ResidentInformedData, notice);
const thisMoment = '2026-03-03T08:00:00.000Z';

describe('what a resident is told', () => {
  const noticesGiven = given(residentNotices);

  it('is told, or lawfully not yet', () => {
    const deferred = { ...notice, deferredReason: 'It would put a child in danger today.' };
    noticesGiven().when((told, at) => informResident(notice, told, at)).then([informed]);
    noticesGiven().when((told, at) => informResident(deferred, told, at)).then([fact(ResidentInformedData, deferred)]);
  });
  it('may be told again on another day', () => noticesGiven(informed).when((told, at) => informResident(notice, told, at)).then([informed]));
  it('says nothing new when the same moment is sent twice', () => noticesGiven(happened(thisMoment, informed)).when((told, at) => informResident(notice, told, at)).thenNothing());
});
