import { defaultRules, rulesWith } from '@kring/household';
import type { RegionRules } from '@kring/household';
import { ownRules } from './alert-overrides.ts';
import type { Service } from './codes.ts';
import type { HubFile, RegionFile } from './region-file.ts';
import { areasOf, partnersOf, regionOf, usersOf } from './from-file.ts';
import type { Area, DemoUser, Partner, Region, Team } from './region.ts';

const byCode = <T extends { readonly code: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.code, item]));

/** Everything that differs between neighbourhoods, to look up. It does not change while the process runs. */
export class Regions {
  readonly regions: readonly Region[];
  readonly partners: readonly Partner[];
  readonly areas: readonly Area[];
  readonly teams: readonly Team[];
  readonly users: readonly DemoUser[];
  readonly #regions: ReadonlyMap<string, Region>;
  readonly #partners: ReadonlyMap<string, Partner>;
  readonly #sources: ReadonlyMap<string, Partner>;
  readonly #areas: ReadonlyMap<string, Area>;
  readonly #teams: ReadonlyMap<string, Team>;
  readonly #users: ReadonlyMap<string, DemoUser>;
  readonly #rules: ReadonlyMap<string, RegionRules>;
  readonly #rulesElsewhere: RegionRules;

  /** From files that were checked; see `loadRegions`. */
  constructor(files: readonly RegionFile[], hub: HubFile) {
    this.regions = files.map(regionOf);
    this.partners = files.flatMap(partnersOf);
    this.areas = files.flatMap(areasOf);
    this.teams = this.regions.flatMap(({ teams }) => teams);
    this.users = [...files, hub].flatMap(({ users }) => usersOf(users, this.partners));
    this.#regions = byCode(this.regions);
    this.#partners = byCode(this.partners);
    this.#sources = new Map(this.partners.flatMap((partner) => partner.sources.map((source) => [source, partner] as const)));
    this.#areas = byCode(this.areas);
    this.#teams = byCode(this.teams);
    this.#users = new Map(this.users.map((user) => [user.user, user]));
    // Every partner is in every region's rules, because it may work outside the region in whose file it stands.
    const partners = Object.fromEntries(this.partners.map(({ code, name, sensitivity }) => [code, { name, sensitivity }]));
    this.#rulesElsewhere = rulesWith({ ...defaultRules, partners });
    this.#rules = new Map(files.map(({ region, alerts }) => [region, rulesWith({ region, partners, ...ownRules(alerts) })]));
  }

  partner(code: string): Partner | undefined {
    return this.#partners.get(code);
  }

  /** Whose publishing system this is. */
  partnerOfSource(urn: string): Partner | undefined {
    return this.#sources.get(urn);
  }

  region(code: string): Region | undefined {
    return this.#regions.get(code);
  }

  area(code: string): Area | undefined {
    return this.#areas.get(code);
  }

  regionOfArea(area: string): Region | undefined {
    const region = this.#areas.get(area)?.region;
    return region === undefined ? undefined : this.#regions.get(region);
  }

  areasOf(region: string): readonly Area[] {
    return this.areas.filter((area) => area.region === region);
  }

  /** The rules that hold in an area; the standard ones where the area is not known, as of a household that nobody registered yet. */
  rulesFor(area: string): RegionRules {
    return this.#rules.get(this.#areas.get(area)?.region ?? '') ?? this.#rulesElsewhere;
  }

  /** Partner code of the municipality that is responsible in this area. */
  municipalityOf(area: string): string | null {
    return this.#areas.get(area)?.municipality ?? null;
  }

  team(code: string): Team | undefined {
    return this.#teams.get(code);
  }

  /** The partners behind what a signal or referral may be sent to: the partner itself, or every partner with a member in the team. */
  organisationsBehind(partnerOrTeam: string): readonly string[] {
    if (this.#partners.has(partnerOrTeam)) return [partnerOrTeam];
    return [...new Set(this.#teams.get(partnerOrTeam)?.members.map(({ organisation }) => organisation))];
  }

  user(name: string): DemoUser | undefined {
    return this.#users.get(name);
  }

  /** Whether the publisher may speak for this organisation: for itself, and for those that delegated it. */
  mayPublishFor(publisher: string, organisation: string): boolean {
    return publisher === organisation || (this.#partners.get(publisher)?.delegations.includes(organisation) ?? false);
  }

  /** Which of the five partner services works for this partner. */
  serviceOf(code: string): Service | null {
    return this.#partners.get(code)?.service ?? null;
  }

  partnersOfService(service: Service): readonly Partner[] {
    return this.partners.filter((partner) => partner.service === service);
  }
}
