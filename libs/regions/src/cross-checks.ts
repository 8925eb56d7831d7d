import { roles } from '@kring/contracts';
import { functionalRoles } from './codes.ts';
import { homeOf } from './from-file.ts';
import type { AreaEntry, HubFile, RegionFile } from './region-file.ts';
import type { Path, ReadFile } from './read-file.ts';
import type { RegionProblem } from './region-problem.ts';

/** A word at a place in a file, such as a code that is defined or referred to there. */
type Mention = { readonly word: string; readonly path: Path; readonly in: ReadFile<unknown> };
type Files = readonly ReadFile<RegionFile>[];

/** Where accounts that belong to no partner have their home. */
const homesOutsidePartners: readonly string[] = ['hub', 'resident'];

/** What no file can tell by itself: that nothing is defined twice, and that everything referred to is there. */
export const crossChecked = (files: Files, hub: ReadFile<HubFile>): RegionProblem[] => {
  const partners = files.flatMap(partnerMentions);
  const areas = files.flatMap(areaMentions);
  const teams = files.flatMap((file) => file.content.teams.map((team, i) => ({ word: team.code, path: ['teams', i, 'code'], in: file })));
  return [
    ...definedOnce('region', files.map((file) => ({ word: file.content.region, path: ['region'], in: file }))),
    // A signal is addressed to a partner or to a team by one code, so the two share one space of names; `hub` is the hub itself.
    ...definedOnce('partner or team', [...partners, ...teams]),
    ...partners.filter(({ word }) => homesOutsidePartners.includes(word)).map((one) => one.in.at(one.path, `${one.word} cannot be a partner`, 'choose another code')),
    ...definedOnce('area', areas),
    ...definedOnce('source', files.flatMap(sourceMentions)),
    ...definedOnce('user', [...files, hub].flatMap(userMentions)),
    ...files.flatMap((file) => known('partner', partners, partnerReferences(file))),
    ...files.flatMap((file) => known('area', areas.filter((one) => one.in === file), areaReferences(file))),
    ...files.flatMap((file) => known('team', teams.filter((one) => one.in === file), teamReferences(file))),
    ...files.flatMap((file) => userMentions(file).flatMap((user) => livesAt(user, file.content.partners.map(({ code }) => code)))),
    ...userMentions(hub).flatMap((user) => livesAt(user, homesOutsidePartners)),
    ...files.flatMap((file) => unknownRoles(file, Object.keys(file.content.roles ?? {}))),
    ...unknownRoles(hub, []),
    ...files.flatMap(figuresOf),
  ];
};

const definedOnce = (what: string, mentions: readonly Mention[]): RegionProblem[] => {
  const seen = new Set<string>();
  return mentions.flatMap((mention) => {
    if (!seen.has(mention.word)) {
      seen.add(mention.word);
      return [];
    }
    return [mention.in.at(mention.path, `the ${what} ${mention.word} is defined twice`, 'define it in one place')];
  });
};

const known = (what: string, defined: readonly Mention[], references: readonly Mention[]): RegionProblem[] => {
  const words = new Set(defined.map(({ word }) => word));
  return references
    .filter(({ word }) => !words.has(word))
    .map((one) => one.in.at(one.path, `there is no ${what} ${one.word}`, `name a ${what} that is defined, or define it`));
};

const livesAt = (user: Mention, homes: readonly string[]): RegionProblem[] =>
  homes.includes(homeOf({ user: user.word })) ? [] : [user.in.at(user.path, `${user.word} is not of this file`, `let the part after the @ be one of ${homes.join(', ')}`)];

const partnerMentions = (file: ReadFile<RegionFile>): Mention[] => file.content.partners.map(({ code }, i) => ({ word: code, path: ['partners', i, 'code'], in: file }));

const sourceMentions = (file: ReadFile<RegionFile>): Mention[] =>
  file.content.partners.flatMap(({ sources }, i) => sources.map((word, j) => ({ word, path: ['partners', i, 'sources', j], in: file })));

const userMentions = (file: ReadFile<Pick<RegionFile, 'users'>>): Mention[] => file.content.users.map(({ user }, i) => ({ word: user, path: ['users', i, 'user'], in: file }));

type PlacedArea = { readonly area: AreaEntry; readonly path: Path };
const placed = (areas: readonly AreaEntry[], at: Path): PlacedArea[] =>
  areas.flatMap((area, i) => [{ area, path: [...at, i] }, ...placed(area.areas ?? [], [...at, i, 'areas'])]);

const areaMentions = (file: ReadFile<RegionFile>): Mention[] => placed(file.content.areas, ['areas']).map(({ area, path }) => ({ word: area.code, path: [...path, 'code'], in: file }));

const partnerReferences = (file: ReadFile<RegionFile>): Mention[] => {
  const { municipality, areas, venues, partners, teams, programmes } = file.content;
  const one = (word: string | undefined, ...path: Path): Mention[] => (word === undefined ? [] : [{ word, path, in: file }]);
  return [
    ...one(municipality, 'municipality'),
    ...placed(areas, ['areas']).flatMap(({ area, path }) => one(area.municipality, ...path, 'municipality')),
    ...venues.flatMap(({ partner }, i) => one(partner, 'venues', i, 'partner')),
    ...partners.flatMap(({ delegations }, i) => (delegations ?? []).flatMap((word, j) => one(word, 'partners', i, 'delegations', j))),
    ...teams.flatMap(({ members }, i) => members.flatMap(({ organisation }, j) => one(organisation, 'teams', i, 'members', j, 'organisation'))),
    ...programmes.flatMap(({ costShares }, i) => (costShares ?? []).flatMap(({ partner }, j) => one(partner, 'programmes', i, 'costShares', j, 'partner'))),
  ];
};

const areaReferences = (file: ReadFile<RegionFile>): Mention[] =>
  (['venues', 'teams', 'programmes'] as const).flatMap((part) => file.content[part].map(({ area }, i) => ({ word: area, path: [part, i, 'area'], in: file })));

const teamReferences = (file: ReadFile<RegionFile>): Mention[] =>
  file.content.programmes.flatMap(({ team }, i) => (team === undefined ? [] : [{ word: team, path: ['programmes', i, 'team'], in: file }]));

const unknownRoles = (file: ReadFile<Pick<RegionFile, 'users'> & Partial<Pick<RegionFile, 'teams'>>>, own: readonly string[]): RegionProblem[] => {
  const disciplines = new Set<string>([...roles, ...own]);
  const mayBeHeld = new Set<string>([...disciplines, ...functionalRoles]);
  const { users, teams = [] } = file.content;
  const mentions = (words: readonly string[], ...path: Path): Mention[] => words.map((word, i) => ({ word, path: [...path, i], in: file }));
  const ofUsers = users.flatMap((user, i) => mentions(user.roles, 'users', i, 'roles')).filter(({ word }) => !mayBeHeld.has(word));
  const ofTeams = teams.flatMap((team, i) => [
    ...mentions(team.disciplines, 'teams', i, 'disciplines'),
    ...mentions(team.planned ?? [], 'teams', i, 'planned'),
    ...team.members.map(({ discipline }, j) => ({ word: discipline, path: ['teams', i, 'members', j, 'discipline'], in: file })),
  ]).filter(({ word }) => !disciplines.has(word));
  return [...ofUsers, ...ofTeams].map((one) => one.in.at(one.path, `there is no role ${one.word}`, 'use a role of the event catalogue, or define it under roles'));
};

/** Figures that must agree with each other: shares make a whole, limits and periods run forward. */
const figuresOf = ({ content, at }: ReadFile<RegionFile>): RegionProblem[] => [
  ...content.programmes.flatMap(({ costShares, from, until, talksAYear }, i) => [
    // In hundredths, because a sum of percentages in floating point need not be 100.
    ...(costShares !== undefined && costShares.reduce((sum, { percent }) => sum + Math.round(percent * 100), 0) !== 10_000
      ? [at(['programmes', i, 'costShares'], 'the shares do not add up to 100', 'correct the percentages')]
      : []),
    ...(until <= from ? [at(['programmes', i, 'until'], 'is not after from', 'correct one of the two')] : []),
    ...(talksAYear !== undefined && talksAYear.max < talksAYear.min ? [at(['programmes', i, 'talksAYear'], 'max is under min', 'correct one of the two')] : []),
  ]),
  ...content.teams.flatMap(({ size }, i) => (size.max < size.min ? [at(['teams', i, 'size'], 'max is under min', 'correct one of the two')] : [])),
];
