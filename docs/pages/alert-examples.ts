import { circleOf } from '../../libs/household/src/circle/circle-of.ts';
import type { HouseholdEvent } from '../../libs/household/src/event.ts';
import { defaultRules } from '../../libs/household/src/rules/default-rules.ts';
import { household, recorded, told } from '../../libs/household/src/testing/events.ts';
import {
  aftercareStarted, agreed, assigned, consentGiven, consentWithdrawn, contested, detected, ended, referralOutcome, referred, registered, signalAnswered, signalRaised, started, visitPlanned,
} from '../../libs/household/src/testing/story.ts';

type Alert = ReturnType<typeof circleOf>['alerts'][number];

const day = '2026-03-02';
const [nurse, consultant] = [started('omring', day, 'i-1'), started('de-woonschakel', day, 'i-2', { level: 'neighbourhood' })];
const supporter = assigned('ons-stede-broec', day);
const signal = signalRaised('de-woonschakel', day, 's-1', { addressedTo: 'ons-stede-broec' });
const visit = (partner: string, from: string, until: string): HouseholdEvent => visitPlanned(partner, day, `v-${partner}`, `2026-12-01T${from}:00Z`, `2026-12-01T${until}:00Z`);

/** For each rule, stories in which it raises its alert. Where time has to pass, it has passed long since. */
const stories: Readonly<Record<string, readonly (readonly HouseholdEvent[])[]>> = {
  A01: [[nurse, consultant]],
  A02: [[supporter, assigned('gemeente-stede-broec', '2026-03-03')]],
  A03: [[detected(day, ['omring', 'de-woonschakel']), agreed('omring', '2026-03-03'), detected('2026-03-04', ['omring', 'de-woonschakel', 'ons-stede-broec'])], [detected(day, ['omring', 'de-woonschakel'])]],
  A04: [[signal]],
  A05: [[referred('ons-stede-broec', day, 'r-1', 'omring'), referred('omring', day, 'r-2', 'de-woonschakel'), referred('de-woonschakel', day, 'r-3', 'gemeente-stede-broec')]],
  A06: [[referred('ons-stede-broec', day, 'r-1', 'omring')], [referred('ons-stede-broec', day, 'r-1', 'omring'), referralOutcome('omring', day, 'r-1', 'accepted')]],
  A07: [[visit('omring', '08:00', '09:00'), visit('de-woonschakel', '08:30', '09:00')]],
  A08: [[supporter]],
  A09: [[supporter, nurse, ended('omring', '2026-03-03', 'i-1')], [supporter, aftercareStarted('ons-stede-broec', day, '2026-12-31')]],
  A10: [[nurse]],
  A11: [[nurse]],
  A12: [[consentGiven('omring', day), started('omring', day, 'i-1', { legalBasis: 'consent' }), consentWithdrawn('omring', '2026-03-03')]],
  A13: [[started('ons-stede-broec', '2026-03-01', 'i-3'), supporter, ended('ons-stede-broec', '2026-03-03', 'i-3')]],
  A14: [[referred('ons-stede-broec', day, 'r-1', 'omring')]],
  A18: [[signal, signalAnswered('ons-stede-broec', '2026-03-03', 's-1')]],
  A21: [[signal]],
  A22: [[supporter, nurse]],
  A24: [[nurse, contested('gemeente-stede-broec', day, 'i-1')], [told('gemeente-stede-broec', day, 'nl.kring.objections.raised.v1', { objectionId: 'o-1', scope: 'share-visits' })]],
};

const names = { 'gemeente-stede-broec': 'Gemeente Stede Broec', 'ons-stede-broec': 'Ons Stede Broec', omring: 'Omring', 'de-woonschakel': 'De Woonschakel' };
const rules = { ...defaultRules, partners: Object.fromEntries(Object.entries(names).map(([code, name]) => [code, { name, sensitivity: 'normal' as const }])) };
const asOf = '2026-10-01T12:00:00.000Z';

/** @throws Error where a rule has no story, or its story does not raise it: the page would not know what it says */
export const examplesOf = (code: string): readonly Alert[] => {
  const alerts = (stories[code] ?? []).flatMap((events) => {
    const told = recorded([registered('2026-01-05', { partner: 'gemeente-stede-broec', area: 'princenhof' }), ...events]);
    return circleOf(told, { householdId: household, asOf, knownAt: asOf }, rules).alerts.filter((alert) => alert.code === code).slice(0, 1);
  });
  if (alerts.length === 0 || alerts.length !== stories[code]?.length) throw new Error(`no story raises ${code}`);
  return alerts;
};
