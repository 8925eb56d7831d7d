import { levels, sensitivities } from '@kring/contracts';
import { alertOverrides } from './alert-overrides.ts';
import { areaKinds, mandates, partnerKinds, programmeKinds, services, teamKinds } from './codes.ts';
import { flag, list, mapOf, object, oneOf, pattern, set, whole } from './shape.ts';
import type { Fits, Shape } from './shape.ts';

const code = pattern('^[a-z0-9]+(-[a-z0-9]+)*$', 'a code of small letters, digits and single hyphens');
const name = pattern('\\S', 'a text that is not empty');
const day = pattern('^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', 'a date such as 2026-04-01');

/** Where a publisher's events come from: an OIN for government, the chamber of commerce's number for others. */
const sourceUrn = pattern(
  '^urn:nld:(oin:\\d{20}|kvknr:\\d{8}):systeem:[a-z0-9-]+$',
  'urn:nld:oin:<20 digits>:systeem:<name> or urn:nld:kvknr:<8 digits>:systeem:<name>',
);

const areaFacts = {
  code,
  name,
  kind: oneOf(areaKinds),
  /** Code of Statistics Netherlands (CBS) for a wijk or a buurt. */
  cbs: pattern('^(WK\\d{6}|BU\\d{8})$', 'WK and 6 digits, or BU and 8 digits'),
  population: whole(0, 2_000_000),
};
/** A place with inhabitants; the `area` of a household is one of these, at any height of the tree. */
export type AreaEntry = Fits<ReturnType<typeof object<typeof areaFacts>>> & {
  /** The municipality of this area and of those in it, where it is not the region's. */
  readonly municipality?: string;
  readonly areas?: readonly AreaEntry[];
};
const area = object(areaFacts, { municipality: code, areas: list<unknown>({ $ref: '#/$defs/area' }) }) as Shape<AreaEntry>;

const venue = object({ code, name, area: code }, { partner: code });

const partner = object(
  { code, name, kind: oneOf(partnerKinds), sources: set(sourceUrn, { least: 1 }), rhythm: pattern('^(P[1-9]\\d{0,2}D|PT[1-9]\\d{0,2}H)$', 'a silence such as P7D or PT12H') },
  { sensitivity: oneOf(sensitivities), mandates: set(oneOf(mandates)), delegations: set(code), service: oneOf(services) },
);

const teamMember = object(
  { id: pattern('^[A-Za-z0-9._:-]{1,64}$', 'an id of 1 to 64 letters, digits, dots, underscores, colons and hyphens'), organisation: code, discipline: code, from: day },
  /** An adviser lends knowledge without taking over. */
  { adviser: flag },
);
const team = object(
  {
    code, name, kind: oneOf(teamKinds), area: code,
    level: oneOf(levels),
    /** What the region asks for; a discipline that is missing is alert A19. */
    disciplines: set(code),
    size: object({ min: whole(1, 100), max: whole(1, 100) }),
    members: list(teamMember),
  },
  /** Disciplines that may still join. */
  { planned: set(code) },
);

const percent: Shape<number> = { type: 'number', minimum: 0, maximum: 100, description: 'a percentage from 0 to 100' };
const programme = object(
  { code, name, kind: oneOf(programmeKinds), area: code, from: day, until: day, targetGroups: set(code, { least: 1 }) },
  {
    team: code,
    talksAYear: object({ min: whole(0, 52), max: whole(1, 52) }),
    stories: whole(1, 1_000),
    costShares: list(object({ partner: code, percent }), { least: 1 }),
  },
);

/** A demonstration account; its partner is what follows the @. Only a resident has a number, from the range for tests. */
const user = object(
  { user: pattern('^[a-z0-9-]{1,64}@[a-z0-9-]{1,64}$', 'a name such as wijkagent@politie'), label: name, roles: set(code, { least: 1 }) },
  { bsn: pattern('^9999\\d{5}$', 'nine digits from the range for tests, 9999xxxxx') },
);

export const regionFile = {
  ...object(
    {
      region: code,
      name,
      municipality: code,
      areas: list(area, { least: 1 }),
      venues: list(venue),
      partners: list(partner, { least: 1 }),
      teams: list(team),
      programmes: list(programme),
      /** Only what differs from the standard. */
      alerts: alertOverrides,
      /** Words of this neighbourhood for words of the screens. */
      labels: mapOf('^[a-zA-Z]+$', name, 'a word each'),
      users: list(user),
    },
    /** Role codes of this region's own, with what they are called, besides those of the event catalogue. */
    { roles: mapOf('^[a-z0-9]+(-[a-z0-9]+)*$', name, 'a role code each, with its name') },
  ),
  $defs: { area },
};

/** `hub.yaml`: accounts that belong to no partner, and so to no region. */
export const hubFile = object({ users: list(user) });

export type RegionFile = Fits<typeof regionFile>;
export type HubFile = Fits<typeof hubFile>;
export type PartnerEntry = Fits<typeof partner>;
export type TeamEntry = Fits<typeof team>;
export type ProgrammeEntry = Fits<typeof programme>;
export type VenueEntry = Fits<typeof venue>;
export type UserEntry = Fits<typeof user>;
