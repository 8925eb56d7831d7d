import { circleAt } from '../circle/circle-of.ts';
import type { HouseholdEvent } from '../event.ts';
import { tellAlerts } from './alert-facts.ts';
import { proposeContactPerson } from './contact-person-proposal.ts';
import { happened, hubFactTypes, type HubFact, type Outlook } from './hub-fact.ts';
import { detectMatch } from './match-detection.ts';

const erasedType = 'nl.kring.privacy.household-key-destroyed.v1';

const inOrder = (one: HubFact, other: HubFact): number =>
  Date.parse(one.occurredAt) - Date.parse(other.occurredAt) ||
  hubFactTypes.indexOf(one.type) - hubFactTypes.indexOf(other.type) ||
  (one.about < other.about ? -1 : 1);

/** The fact as the event that it will be; its id is not given yet, so nothing may rest on it. */
const yetToBeSaid = ({ type, about, occurredAt, data }: HubFact, { canonicalId, asOf }: Outlook['circle']): HouseholdEvent => ({
  uuid: about, id: about, type, partner: 'hub', householdId: canonicalId, position: '~', recordedAt: asOf, occurredAt, source: '', sequence: null, data, personal: [],
});

/** The household as it stands once these facts are said: an alert about a match goes by who takes part from now on. */
const outlookWith = (facts: readonly HubFact[], outlook: Outlook): Outlook => {
  if (facts.length === 0) return outlook;
  const { householdId, canonicalId, asOf } = outlook.circle;
  const events = [...outlook.events, ...facts.map((fact) => yetToBeSaid(fact, outlook.circle))];
  const { circle } = circleAt(events, { householdId, canonicalId, asOf, knownAt: asOf }, outlook.rules);
  const nameless = new Set(facts.map(({ about }) => about));
  const alerts = circle.alerts.map((row) => ({ ...row, because: row.because.filter((id) => !nameless.has(id)) }));
  return { ...outlook, circle: { ...circle, alerts } };
};

/**
 * What the hub does by itself: everything that follows from a household as it stands and that has not been said, in the order
 * in which it happened. Once it is said, nothing follows from it: to decide again adds nothing. Of an erased household nothing
 * is said any more.
 */
export const coordinate = (given: Outlook): HubFact[] => {
  const outlook = { ...given, events: [...new Map(given.events.map((event) => [event.uuid, event])).values()] };
  if (happened(outlook, erasedType).length > 0) return [];
  const detected = detectMatch(outlook);
  return [...detected, ...tellAlerts(outlookWith(detected, outlook)), ...proposeContactPerson(outlook)].sort(inOrder);
};
