import type { AlertRow } from '@kring/contracts';
import type { Situation } from '../circle/situation.ts';
import { noContactPerson } from './a01-no-contact-person.ts';
import { twoContactPersons } from './a02-two-contact-persons.ts';
import { matchUnacknowledged } from './a03-match-unacknowledged.ts';
import { signalOverdue } from './a04-signal-overdue.ts';
import { referralTooLong } from './a05-referral-too-long.ts';
import { referralStalled } from './a06-referral-stalled.ts';
import { visitsCollide } from './a07-visits-collide.ts';
import { pulseOverdue } from './a08-pulse-overdue.ts';
import { aftercareOverdue } from './a09-aftercare-overdue.ts';
import { involvementStale } from './a10-involvement-stale.ts';
import { residentNotInformed } from './a11-resident-not-informed.ts';
import { basisExpired } from './a12-basis-expired.ts';
import { contactPersonLeft } from './a13-contact-person-left.ts';
import { ownStrengthSkipped } from './a14-own-strength-skipped.ts';
import { reporterUninformed } from './a18-reporter-uninformed.ts';
import { isolated } from './a21-isolated.ts';
import { partnersNotUpdated } from './a22-partners-not-updated.ts';
import { contestUndecided } from './a24-contest-undecided.ts';
import { rowsOf, type AlertRule } from './alert.ts';

/** The rules that need nothing but the household, in order of their codes. */
const householdAlerts: readonly AlertRule[] = [
  noContactPerson,
  twoContactPersons,
  matchUnacknowledged,
  signalOverdue,
  referralTooLong,
  referralStalled,
  visitsCollide,
  pulseOverdue,
  aftercareOverdue,
  involvementStale,
  residentNotInformed,
  basisExpired,
  contactPersonLeft,
  ownStrengthSkipped,
  reporterUninformed,
  isolated,
  partnersNotUpdated,
  contestUndecided,
];

/** Every alert that stands in a situation. */
export const alertsOf = (situation: Situation): AlertRow[] => householdAlerts.flatMap((rule) => rowsOf(rule, situation));
