import type { Sensitivity } from '@kring/contracts';
import type { Publisher } from '../stage/telling.ts';

export type TownPartner = Publisher & { readonly mandates: readonly string[]; readonly sensitivity: Sensitivity };
export type TownArea = { readonly code: string; readonly population: number; readonly municipality: string };
export type TownTeam = { readonly areas: readonly string[]; readonly code: string; readonly level: string; readonly members: readonly { readonly id: string; readonly organisation: string; readonly discipline: string }[] };

/** A region as far as it matters for what might happen there: where people live, and who works there. */
export type Town = { readonly region: string; readonly areas: readonly TownArea[]; readonly partners: readonly TownPartner[]; readonly teams: readonly TownTeam[] };

/** Where a town is read from: the region files, as they are looked up. */
export type RegionFiles = {
  region(code: string): { readonly teams: readonly (Omit<TownTeam, 'areas'> & { readonly area: string })[] } | undefined;
  areasOf(region: string): readonly (TownArea & { readonly within: string | null })[];
  readonly partners: readonly (TownPartner & { readonly region: string })[];
};

/** The region as a town; undefined where there is no such region. People live in the smallest areas that it names. */
export const townOf = (files: RegionFiles, region: string): Town | undefined => {
  const found = files.region(region);
  if (!found) return undefined;
  const areas = files.areasOf(region);
  const around = new Set(areas.map(({ within }) => within));
  const isIn = (code: string, whole: string): boolean => {
    if (code === whole) return true;
    const within = areas.find((area) => area.code === code)?.within ?? null;
    return within !== null && isIn(within, whole);
  };
  const lived = areas.filter(({ code }) => !around.has(code));
  return {
    region,
    areas: lived.map(({ code, population, municipality }) => ({ code, population, municipality })),
    partners: files.partners.filter((partner) => partner.region === region).map(({ code, kind, sources, mandates, sensitivity }) => ({ code, kind, sources, mandates, sensitivity })),
    teams: found.teams.map(({ area, code, level, members }) => ({ code, level, members, areas: lived.filter((one) => isIn(one.code, area)).map((one) => one.code) })),
  };
};
