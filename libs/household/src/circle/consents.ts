import type { ConsentRow } from '@kring/contracts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import { alsoBecause } from './because.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** A consent that was given, or a withdrawal of one that nobody told of: then `row` is null. */
export type Consent = {
  readonly scope: string;
  readonly organisation: string;
  row: ConsentRow | null;
  withdrawnAt: Instant | null;
  because: string[];
};
export type Consents = Consent[];

const give = (consents: Consents, happening: Happening<OpenData['nl.kring.consents.given.v1']>): void => {
  const { scope, withOrganisations, expiresOn } = happening.data;
  const { organisation, when } = happening;
  const row: ConsentRow = {
    scope,
    organisation,
    withOrganisations: withOrganisations ? [...withOrganisations] : null,
    givenAt: when,
    expiresOn: expiresOn ?? null,
    withdrawnAt: null,
    because: [happening.event.id],
  };
  const place = consents.findIndex((one) => one.scope === scope && one.organisation === organisation);
  const consent: Consent = { scope, organisation, row, withdrawnAt: null, because: row.because };
  if (place < 0) consents.push(consent);
  else consents[place] = consent;
};

const ofEveryone = 'resident';

/**
 * A partner tells of what it heard itself; what the resident withdraws, or a partner that had none, counts for all: also for who
 * rests on a consent that nobody told of.
 */
const withdraw = (consents: Consents, happening: Happening<OpenData['nl.kring.consents.withdrawn.v1']>): void => {
  const { scope } = happening.data;
  const same = consents.filter((one) => one.scope === scope);
  const own = same.filter(({ organisation }) => organisation === happening.organisation);
  const forAll = own.length === 0 || happening.organisation === ofEveryone;
  for (const consent of (forAll ? same : own).filter(({ withdrawnAt }) => withdrawnAt === null)) withdrawn(consent, happening);
  if (forAll && same.every(({ organisation }) => organisation !== ofEveryone)) consents.push({ scope, organisation: ofEveryone, row: null, withdrawnAt: happening.at, because: [happening.event.id] });
};

const withdrawn = (consent: Consent, happening: Happening): void => {
  consent.withdrawnAt = happening.at;
  if (consent.row) consent.row = { ...consent.row, withdrawnAt: happening.when, ...alsoBecause(consent.row, happening) };
  consent.because = consent.row?.because ?? consent.because;
};

export const consentsPart: Part<Consents> = { empty: () => [], on: { 'nl.kring.consents.given.v1': give, 'nl.kring.consents.withdrawn.v1': withdraw } };

export const consentRows = (consents: Consents): ConsentRow[] => consents.flatMap(({ row }) => row ?? []);
