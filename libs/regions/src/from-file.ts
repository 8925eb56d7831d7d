import type { AreaEntry, RegionFile, UserEntry } from './region-file.ts';
import { rhythmInHours } from './region.ts';
import type { Area, DemoUser, Partner, Region } from './region.ts';

export const regionOf = ({ region, name, municipality, labels, roles, venues, teams, programmes }: RegionFile): Region => ({
  code: region,
  name,
  municipality,
  labels,
  roles: roles ?? {},
  venues: venues.map((venue) => ({ ...venue, region })),
  teams: teams.map((team) => ({ ...team, region })),
  programmes: programmes.map((programme) => ({ ...programme, region })),
});

export const partnersOf = ({ region, partners }: RegionFile): Partner[] =>
  partners.map(({ code, name, kind, sources, sensitivity, mandates, delegations, rhythm, service }) => ({
    code,
    name,
    kind,
    region,
    sources,
    sensitivity: sensitivity ?? 'normal',
    mandates: mandates ?? [],
    delegations: delegations ?? [],
    rhythmHours: rhythmInHours(rhythm),
    service: service ?? null,
  }));

/** The tree of areas laid flat, each after the one it lies in. */
export const areasOf = ({ region, municipality, areas }: RegionFile): Area[] => laidFlat(areas, { region, municipality, within: null });

type Surroundings = Pick<Area, 'region' | 'municipality' | 'within'>;

const laidFlat = (areas: readonly AreaEntry[], around: Surroundings): Area[] =>
  areas.flatMap(({ areas: inside, municipality, ...facts }) => {
    const area = { ...facts, ...around, municipality: municipality ?? around.municipality };
    return [area, ...laidFlat(inside ?? [], { ...around, municipality: area.municipality, within: area.code })];
  });

export const usersOf = (users: readonly UserEntry[], partners: readonly Partner[]): DemoUser[] =>
  users.map((entry) => {
    const home = homeOf(entry);
    return { ...entry, bsn: entry.bsn ?? null, partner: partners.some(({ code }) => code === home) ? home : null };
  });

/** What follows the @ of a user's name. */
export const homeOf = ({ user }: Pick<UserEntry, 'user'>): string => user.slice(user.indexOf('@') + 1);
