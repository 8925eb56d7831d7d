import { describe, expect, it } from '@jest/globals';
import { rulesWith } from '../rules/default-rules.ts';
import { given } from '../testing/given.ts';
import { assigned, referralOutcome, referralRejected, referred } from '../testing/story.ts';

describe('A05, a referral that takes too many steps', () => {
  const two = [referred('omring', '2026-01-01', 'r-1', 'noordermaat'), referred('noordermaat', '2026-02-01', 'r-2', 'mee-drenthe')];
  const third = referred('mee-drenthe', '2026-03-01', 'r-3', 'huisarts-de-lariks');

  it('is raised as soon as a third step is asked, not by two', () => {
    const story = given(...two, third);
    expect(story.at('2026-02-28').alerts('A05')).toEqual([]);
    expect(story.at('2026-03-01').alerts('A05')).toMatchObject([
      { name: 'referral-too-long', severity: 'warning', since: '2026-03-01T12:00:00.000Z', threshold: '2 steps', actor: 'mee-drenthe', organisations: ['omring', 'noordermaat', 'mee-drenthe', 'huisarts-de-lariks'], because: [...two.map(({ id }) => id), third.id] },
    ]);
  });

  it('is for the contact person where there is one', () => expect(given(assigned('omring', '2026-01-01'), ...two, third).at('2026-03-02').alerts('A05')).toMatchObject([{ actor: 'omring' }]));

  it('is not raised by a referral that was rejected or withdrawn, or that stays with the one responsible', () => {
    expect(given(...two, third, referralRejected('huisarts-de-lariks', '2026-03-02', 'r-3')).at('2026-03-03').alerts('A05')).toEqual([]);
    expect(given(...two, third, referralOutcome('mee-drenthe', '2026-03-02', 'r-3', 'cancelled')).at('2026-03-03').alerts('A05')).toEqual([]);
    expect(given(...two, referred('mee-drenthe', '2026-03-01', 'r-3', 'mee-drenthe')).at('2026-03-03').alerts('A05')).toEqual([]);
  });

  it('is not raised by three referrals of different chains', () => expect(given(...two, referred('mee-drenthe', '2026-03-01', 'r-3', 'huisarts-de-lariks', 'chain-2')).at('2026-03-03').alerts('A05')).toEqual([]));

  it('is cleared when the chain is completed', () => {
    const story = given(...two, third, referralOutcome('noordermaat', '2026-03-05', 'r-1', 'completed'), referralOutcome('huisarts-de-lariks', '2026-04-01', 'r-3', 'completed'));
    expect(story.at('2026-03-06').alerts('A05')).toHaveLength(1);
    expect(story.at('2026-04-02').alerts('A05')).toEqual([]);
  });

  it('stands since the step that was one too many, whatever follows', () => {
    const fourth = referred('huisarts-de-lariks', '2026-05-01', 'r-4', 'omring');
    expect(given(...two, third, fourth).at('2026-05-02').alerts('A05')).toMatchObject([{ since: '2026-03-01T12:00:00.000Z' }]);
    expect(given(...two, third, referralRejected('huisarts-de-lariks', '2026-03-02', 'r-3'), referred('mee-drenthe', '2026-05-01', 'r-4', 'omring')).at('2026-05-02').alerts('A05')).toMatchObject([{ since: '2026-05-01T12:00:00.000Z' }]);
  });

  it('follows the region in how many steps there may be', () => expect(given(...two, third).at('2026-03-02', { rules: rulesWith({ thresholds: { A05: { steps: 3 } } }) }).alerts('A05')).toEqual([]));

  it('says which agreement it is about, in both languages', () => {
    const [alert] = given(...two, third).at('2026-03-02').alerts('A05');
    expect(alert?.message.nl).toContain('voor de 3e keer');
    expect(alert?.message.nl).toContain('hoogstens 2 stappen');
    expect(alert?.message.en).toContain('for the 3rd time');
  });

  it('of nothing but hidden referrals is for those in it alone', () => {
    const hidden = [...two, third].map((event) => ({ ...event, data: { ...event.data, sensitivity: 'hidden' } }));
    expect(given(...hidden).at('2026-03-02').alerts('A05')).toMatchObject([{ sensitivity: 'hidden' }]);
    expect(given(...two, third).at('2026-03-02').alerts('A05')).toMatchObject([{ sensitivity: 'normal' }]);
  });
});
