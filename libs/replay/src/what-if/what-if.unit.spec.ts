import { describe, expect, it } from '@jest/globals';
import { answered, ended, explored, household, informed, matched, referred, registered, signalled, started, told } from '../testing/household-told.ts';
import { tallyWith, whatIf } from './compare.ts';
import { RuleSetInvalid, ruleSetFrom } from './read-rule-set.ts';

const until = '2026-12-31T00:00:00.000Z';
const help = [registered('2026-01-05'), explored('noordermaat', '2026-01-10'), started('noordermaat', '2026-02-02'), informed('noordermaat', '2026-02-03')];
const steps = household(told(
  ...help,
  referred('noordermaat', '2026-03-02', 'r-1', 'mee-drenthe'),
  referred('mee-drenthe', '2026-04-01', 'r-2', 'huisarts-de-lariks'),
  referred('huisarts-de-lariks', '2026-05-01', 'r-3', 'gemeente-assen'),
  referred('gemeente-assen', '2026-06-01', 'r-4', 'noordermaat'),
));
const signals = household(told(...help, signalled('noordermaat', '2026-03-02', { addressedTo: 'mee-drenthe' }), answered('noordermaat', '2026-03-06')));
const inShort = (compared: ReturnType<typeof whatIf>, code: string) =>
  compared.alerts.filter((one) => one.code === code).map(({ difference, fact, whatIf: other }) => [difference, fact?.shownAt.slice(0, 10) ?? null, other?.shownAt.slice(0, 10) ?? null]);

describe('what if the rules had been others', () => {
  it('three steps in place of two: the alert would have come a step later', () => {
    expect(inShort(whatIf(steps, ruleSetFrom({ alerts: { A05: { steps: 3 } } }), { until }), 'A05')).toEqual([['later', '2026-05-01', '2026-06-01']]);
  });

  it('four steps: it would not have come at all', () => {
    expect(inShort(whatIf(steps, ruleSetFrom({ alerts: { A05: { steps: 4 } } }), { until }), 'A05')).toEqual([['gone', '2026-05-01', null]]);
  });

  it('a shorter term: a signal that was answered in time would have been late', () => {
    const compared = whatIf(signals, ruleSetFrom({ alerts: { A04: { normal: { workingDays: 2 } } } }), { until });
    expect(inShort(compared, 'A04')).toEqual([['new', null, '2026-03-04']]);
    expect(compared.alerts.find(({ code }) => code === 'A04')?.whatIf).toMatchObject({ goneAt: '2026-03-06T12:00:00.000Z', actor: 'mee-drenthe' });
  });

  it('the same rules: everything as it was', () => {
    const compared = whatIf(steps, ruleSetFrom({ name: 'niets anders' }), { until });
    expect(new Set(compared.alerts.map(({ difference }) => difference))).toEqual(new Set(['same']));
  });

  it('an alert that is switched off is gone, in one region or in all', () => {
    expect(inShort(whatIf(steps, ruleSetFrom({ alerts: { A05: false } }), { until }), 'A05')).toEqual([['gone', '2026-05-01', null]]);
    expect(inShort(whatIf(steps, ruleSetFrom({ regions: { assen: { alerts: { A05: 'off' } } } }), { until }), 'A05')).toEqual([['gone', '2026-05-01', null]]);
    expect(inShort(whatIf(steps, ruleSetFrom({ regions: { heerlen: { alerts: { A05: 'off' } } } }), { until }), 'A05')).toEqual([['same', '2026-05-01', '2026-05-01']]);
  });

  it('a law that is switched off: what was told on it would not have been told, and nobody is matched with it', () => {
    const police = household(told(...help, started('politie', '2026-03-02', { legalBasis: 'politiewet' }), matched('2026-03-02', 'noordermaat', 'politie')));
    const compared = whatIf(police, ruleSetFrom({ legalBases: { politiewet: 'off' } }), { until });
    expect(inShort(compared, 'A01')).toEqual([['gone', '2026-03-02', null]]);
    expect(inShort(compared, 'A03').map(([difference]) => difference)).toEqual(['gone']);
  });

  it('another law in its place: consent that ends takes the ground away', () => {
    const consent = household(told(...help, { partner: 'noordermaat', type: 'nl.kring.consents.given.v1', occurredAt: '2026-02-02T12:00:00.000Z', data: { scope: 'share-involvement', expiresOn: '2026-04-30' } }));
    expect(inShort(whatIf(consent, ruleSetFrom({ legalBases: { wmo: 'consent' } }), { until }), 'A12')).toEqual([['new', null, '2026-04-30']]);
  });

  it('told late, an alert shows when the hub knew; in hindsight, when it held', () => {
    const late = household(told(...help, started('mee-drenthe', '2026-03-02', {}, { recordedAt: '2026-06-01T08:00:00.000Z' })));
    const same = ruleSetFrom({});
    expect(inShort(whatIf(late, same, { until }), 'A01')).toEqual([['same', '2026-06-01', '2026-06-01']]);
    expect(inShort(whatIf(late, same, { until, hindsight: true }), 'A01')).toEqual([['same', '2026-03-02', '2026-03-02']]);
  });

  it('changes nothing of the history it is asked of', () => {
    const before = structuredClone(steps.history);
    whatIf(steps, ruleSetFrom({ alerts: { A05: { steps: 3 } }, legalBases: { wmo: 'off' } }), { until, hindsight: true });
    expect(steps.history).toEqual(before);
  });

  it('counts over many households what stayed, went and came', () => {
    const rules = ruleSetFrom({ alerts: { A05: { steps: 4 }, A04: { normal: { workingDays: 2 } } } });
    const tally = [steps, signals].map((one) => whatIf(one, rules, { until })).reduce(tallyWith, {});
    expect(tally).toMatchObject({ A05: { gone: 1 }, A04: { new: 1 } });
  });

  it('an involvement that ends still has its alert compared to the end', () => {
    const shorter = household(told(...help.slice(0, 3), ended('noordermaat', '2026-03-02')));
    const compared = whatIf(shorter, ruleSetFrom({ alerts: { A11: { within: { days: 7 } } } }), { until });
    expect(inShort(compared, 'A11')).toEqual([['earlier', '2026-02-16', '2026-02-09']]);
  });
});

describe('a file of rules', () => {
  it('is refused with everything that is wrong in it at once', () => {
    const wrong = () => ruleSetFrom({
      alerts: { A05: { steps: 'drie' }, A04: { normal: { weeks: 1 } }, A14: { fromLevel: 'top' }, A99: {}, A08: { within: { days: 0 } }, A01: { severity: 'hoog' } },
      regions: { assen: { A05: { steps: 3 } } }, legalBases: { wmo: 'on', avg: 'off' }, name: 3, extra: true,
    });
    expect(wrong).toThrow(RuleSetInvalid);
    try {
      wrong();
    } catch (error) {
      expect((error as RuleSetInvalid).problems.map(({ path }) => path).sort()).toEqual([
        'alerts.A01.severity', 'alerts.A04.normal', 'alerts.A05.steps', 'alerts.A08.within', 'alerts.A14.fromLevel', 'alerts.A99', 'extra', 'legalBases.avg', 'legalBases.wmo', 'name', 'regions.assen.A05',
      ]);
    }
  });

  it('may say nothing at all', () => {
    expect(ruleSetFrom(null)).toMatchObject({ name: null, legalBases: {} });
  });
});
