import { tellAlerts } from './alert-facts.ts';
import { proposeContactPerson } from './contact-person-proposal.ts';
import { happened, hubFactTypes, type HubFact, type Outlook } from './hub-fact.ts';
import { detectMatch } from './match-detection.ts';

const erasedType = 'nl.kring.privacy.household-key-destroyed.v1';

const inOrder = (one: HubFact, other: HubFact): number =>
  Date.parse(one.occurredAt) - Date.parse(other.occurredAt) ||
  hubFactTypes.indexOf(one.type) - hubFactTypes.indexOf(other.type) ||
  (one.about < other.about ? -1 : 1);

/**
 * What the hub does by itself: everything that follows from a household as it stands and that has not been said, in the order
 * in which it happened. Once it is said, nothing follows from it: to decide again adds nothing. Of an erased household nothing
 * is said any more.
 */
export const coordinate = (given: Outlook): HubFact[] => {
  const outlook = { ...given, events: [...new Map(given.events.map((event) => [event.uuid, event])).values()] };
  if (happened(outlook, erasedType).length > 0) return [];
  return [...detectMatch(outlook), ...tellAlerts(outlook), ...proposeContactPerson(outlook)].sort(inOrder);
};
