import { becauseOfAll } from '../circle/because.ts';
import type { Consent } from '../circle/consents.ts';
import { involvementSensitivity } from '../circle/discretion.ts';
import type { Involvement } from '../circle/involvements.ts';
import type { Situation } from '../circle/situation.ts';
import { endOfDateOrInstant, type Instant } from '../time/amsterdam.ts';
import type { AlertRule, Raised } from './alert.ts';
import { organisationsInWords } from './wording.ts';

/** The consent that an involvement rests on: to be involved, given to or for its organisation, or to everybody. */
const bears = (consent: Consent, { organisation }: Involvement): boolean =>
  consent.scope === 'share-involvement' && (consent.organisation === organisation || consent.organisation === 'resident' || (consent.row?.withOrganisations?.includes(organisation) ?? false));

const endOf = ({ row, withdrawnAt }: Consent): Instant => Math.min(withdrawnAt ?? Infinity, row?.expiresOn ? endOfDateOrInstant(row.expiresOn) : Infinity);

const raisedFor = (involvement: Involvement, situation: Situation): Raised[] => {
  const { facts, rules, moment } = situation;
  const { organisation, row, startedAt } = involvement;
  if (row.until !== null || row.legalBasis !== 'consent') return [];
  const consents = facts.consents.filter((consent) => bears(consent, involvement));
  const ends = consents.map(endOf).filter((end) => !moment.reached(end));
  if (consents.length === 0 || ends.length > 0) return [];
  const names = organisationsInWords([organisation], situation);
  const message = {
    nl: `De toestemming waarop de betrokkenheid van ${names.nl} rust, is ingetrokken of verlopen. Leg een nieuwe grondslag vast, of beëindig de betrokkenheid.`,
    en: `The consent on which the involvement of ${names.en} rests was withdrawn or has expired. Record a new basis, or end the involvement.`,
  };
  const because = becauseOfAll([row, ...consents]);
  const since = Math.max(startedAt, ...consents.map(endOf));
  return [{ since, because, actor: organisation, organisations: [organisation], message, sensitivity: involvementSensitivity(involvement, rules) }];
};

/** A12. The consent ended while somebody's involvement rests on it. Source: AVG art. 7(3). */
export const basisExpired: AlertRule = {
  code: 'A12',
  name: 'basis-expired',
  severity: 'urgent',
  threshold: () => null,
  raisedBy: (situation) => situation.facts.involvements.entries().flatMap((involvement) => raisedFor(involvement, situation)),
};
