import type { SealedCircle } from '../event.ts';
import { alertsOf } from '../alerts/household-alerts.ts';
import type { RegionRules } from '../rules/region-rules.ts';
import { textOf } from '../time/amsterdam.ts';
import { collisionsOf } from './collisions.ts';
import { consentRows } from './consents.ts';
import { contactPersonRow } from './contact-person.ts';
import { discretionOf } from './discretion.ts';
import { addressOf } from './dwelling.ts';
import type { Facts } from './facts.ts';
import { freshnessRows } from './heard.ts';
import type { Identity } from './identity-of.ts';
import { involvementRows } from './involvement-rows.ts';
import { matchRows } from './matches.ts';
import { memberRows } from './members.ts';
import type { Moment } from './moment.ts';
import { participationOf } from './participation.ts';
import type { Perspective } from './perspective.ts';
import { questionRows } from './questions.ts';
import { referralChainRows } from './referral-chains.ts';
import { residentInformedRows } from './resident-informed.ts';
import { signalRows } from './signals.ts';
import { supporterRows } from './supporters.ts';
import { visitRows } from './visit-rows.ts';

/** What a circle says of itself: whose, and how far the log was read. */
export type Frame = {
  readonly identity: Identity;
  readonly knownAt: string;
  readonly position: string;
  /** Holes in the numbering of an organisation's events. They run over all households, so the reader of the whole feed counts them. */
  readonly gaps: Readonly<Record<string, number>>;
};

const stateOf = ({ householdId, canonicalId }: Identity, facts: Facts): SealedCircle['state'] => {
  if (householdId !== canonicalId) return 'merged';
  return facts.dwelling.coordinator ? 'registered' : 'provisional';
};

/** Draws the circle that follows from the facts, at a moment. */
export const draw = (facts: Facts, frame: Frame, moment: Moment, rules: RegionRules): SealedCircle => {
  const { householdId, canonicalId } = frame.identity;
  const discretion = discretionOf(facts.involvements, rules);
  const perspective: Perspective = { discretion, rules, moment };
  const collisions = collisionsOf(facts.visits, perspective);
  const circle: Omit<SealedCircle, 'alerts'> = {
    householdId,
    canonicalId,
    state: stateOf(frame.identity, facts),
    region: rules.region,
    area: facts.dwelling.area,
    address: addressOf(facts.dwelling),
    members: memberRows(facts.members),
    contactPerson: contactPersonRow(facts.contactPersons, facts.pulse, moment),
    coordinator: facts.dwelling.coordinator,
    involvements: involvementRows(facts.involvements, facts.heard, perspective),
    supporters: supporterRows(facts.supporters, discretion),
    questions: questionRows(facts.questions, discretion),
    ownStrength: facts.ownStrength.last,
    signals: signalRows(facts.signals, perspective),
    referralChains: referralChainRows(facts.referrals, discretion),
    matches: matchRows(facts.matches),
    visits: visitRows(facts.visits, collisions, perspective),
    plan: facts.plan.agreed,
    participation: participationOf(facts.participation),
    aftercare: facts.aftercare.row,
    consents: consentRows(facts.consents),
    residentInformed: residentInformedRows(facts.residentInformed),
    hiddenContacts: false,
    freshness: freshnessRows(facts.heard, frame.gaps),
    position: frame.position,
    asOf: textOf(moment.asOf),
    knownAt: frame.knownAt,
  };
  const involvedOrganisations = new Set(circle.involvements.map(({ organisation }) => organisation));
  const openOrganisations = new Set(circle.involvements.filter(({ sensitivity }) => sensitivity === 'normal').map(({ organisation }) => organisation));
  return { ...circle, alerts: alertsOf({ ...perspective, facts, circle, collisions, openOrganisations, involvedOrganisations }) };
};
