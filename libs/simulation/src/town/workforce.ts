import type { Role } from '@kring/contracts';
import type { Actor, Cast } from '../stage/cast.ts';
import { Chance } from '../stage/chance.ts';
import { firstName, surname } from '../stage/names.ts';
import type { Town, TownArea, TownPartner } from './town.ts';
import { informalWork, isInformal, roleOfKind, workOf } from './work.ts';

/** So many inhabitants keep one worker of each trade at work. */
const inhabitantsPerWorker = 1_500;

/** Who may come to a household, and who is discreet about it; null where every partner of the region is open. */
export type TownCast = Cast & { readonly discreet: Actor | null };

type Post = { readonly id: string; readonly partner: string; readonly role: string; readonly team?: string };

const personOf = ({ id, partner, role, team }: Post, region: string): Actor['professional'] => {
  const chance = new Chance(`${region}:${partner}:${id}`);
  const name = `${firstName(chance, 'adult', chance.often(0.7) ? 'woman' : 'man')} ${surname(chance, region)}`;
  return { id, name, role, ...(team ? { team } : {}), phone: `085 000 ${String(chance.between(0, 9_999)).padStart(4, '0')}`, email: `${id}@${partner}.example` };
};

const actorOf = (post: Post, region: string): Actor => {
  const work = isInformal(post.role) ? informalWork : (workOf[post.role as Role] ?? informalWork);
  return { partner: post.partner, professional: personOf(post, region), level: work.level, domain: work.domain };
};

/** The posts of an area: those of its teams, and one for each partner that is in none of them. */
const postsIn = ({ partners, teams }: Town, area: TownArea): Post[] => {
  const inTeams = teams
    .filter(({ areas }) => areas.includes(area.code))
    .flatMap(({ code, members }) => members.filter(({ discipline }) => isInformal(discipline) || discipline in workOf).map(({ id, organisation, discipline }) => ({ id, partner: organisation, role: discipline, team: code })));
  const others = partners.filter(({ code, kind }) => (kind !== 'municipality' || code === area.municipality) && !inTeams.some(({ partner }) => partner === code));
  return [...inTeams, ...others.map(({ code, kind }) => ({ id: `${code}-${area.code}`.slice(0, 56), partner: code, role: roleOfKind[kind] ?? 'community-worker' }))];
};

/** Everyone who works in one area of a town. */
export class Workforce {
  readonly #professionals: ReadonlyMap<string, readonly Actor[]>;
  readonly #informal: readonly Actor[];
  readonly #discreet: readonly Actor[];
  readonly #municipality: Actor;
  readonly #partners: ReadonlyMap<string, TownPartner>;

  constructor(town: Town, area: TownArea) {
    const posts = postsIn(town, area);
    const workers = Math.max(1, Math.round(area.population / inhabitantsPerWorker));
    const all = posts.flatMap((post) => Array.from({ length: workers }, (_, number) => actorOf({ ...post, id: number === 0 ? post.id : `${post.id}-${number + 1}` }, town.region)));
    this.#partners = new Map(town.partners.map((partner) => [partner.code, partner]));
    const sensitivityOf = ({ partner }: Actor) => this.#partners.get(partner)?.sensitivity;
    const professionals = all.filter(({ professional }) => !isInformal(professional.role));
    this.#professionals = Map.groupBy(professionals.filter((actor) => sensitivityOf(actor) === 'normal'), ({ partner }) => partner);
    this.#discreet = professionals.filter((actor) => sensitivityOf(actor) !== 'normal');
    this.#informal = all.filter(({ professional }) => isInformal(professional.role));
    const municipality = { id: `${area.municipality}-${area.code}`.slice(0, 56), partner: area.municipality, role: 'wmo-consultant' };
    this.#municipality = this.#professionals.get(area.municipality)?.[0] ?? actorOf(municipality, town.region);
  }

  /** Three that come from three partners where there are as many, and one among them who may be the one face of a family. */
  castFor(chance: Chance): TownCast {
    const partners = shuffled([...this.#professionals.keys()], chance);
    const [first, second, third] = [0, 1, 2].map((place) => this.#someone(partners[place % partners.length] ?? '', chance)) as [Actor, Actor, Actor];
    const face = [first, second, third].find((actor) => this.#mayBeFace(actor)) ?? this.#municipality;
    return {
      municipality: this.#municipality, first, second, third, face,
      colleague: this.#colleagueOf(face, chance),
      volunteer: this.#informal.length > 0 ? chance.pick(this.#informal) : face,
      discreet: this.#discreet.length > 0 ? chance.pick(this.#discreet) : null,
    };
  }

  #someone(partner: string, chance: Chance): Actor {
    return chance.pick(this.#professionals.get(partner) ?? [this.#municipality]);
  }

  #mayBeFace({ partner }: Actor): boolean {
    const found = this.#partners.get(partner);
    return found?.kind === 'municipality' || (found?.mandates.includes('contact-person') ?? false);
  }

  #colleagueOf(face: Actor, chance: Chance): Actor {
    const others = (this.#professionals.get(face.partner) ?? []).filter(({ professional }) => professional.id !== face.professional.id);
    return others.length > 0 ? chance.pick(others) : { ...face, professional: { ...face.professional, id: `${face.professional.id}-b`, name: 'Renske Post' } };
  }
}

const shuffled = <Item>(items: readonly Item[], chance: Chance): Item[] =>
  items.map((item) => ({ item, place: chance.next() })).sort((one, other) => one.place - other.place).map(({ item }) => item);
