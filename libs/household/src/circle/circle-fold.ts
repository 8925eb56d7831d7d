import type { HouseholdEvent, SealedCircle } from '../event.ts';
import { defaultRules } from '../rules/default-rules.ts';
import type { RegionRules, RulesOfArea } from '../rules/region-rules.ts';
import { textOf, type Instant } from '../time/amsterdam.ts';
import { tellsIdentity } from '../identity/household-graph.ts';
import { draw } from './draw.ts';
import { learn, noFacts, type Facts } from './facts.ts';
import { happeningOf, inOrder, type Happening } from './happening.ts';
import { concerns, identityOf, type AskedFor, type Identity } from './identity-of.ts';
import { Moment } from './moment.ts';

/** A circle, and the first instant after its `asOf` at which time alone, or a fact that is known already, draws it otherwise. */
export type CircleAt = { readonly circle: SealedCircle; readonly changesAt: string | null };

export type Times = { readonly asOf: string; readonly knownAt: string };

export type FoldOptions = AskedFor & { readonly gaps?: Readonly<Record<string, number>> };

/** How far the facts have been folded: those of `next` and later have not happened yet. */
type Folded = { readonly identity: Identity; readonly facts: Facts; next: number; lastAt: Instant };

/**
 * The circle of one household, kept while its events come in. An event that comes in order costs next to nothing; one that
 * tells of earlier, or of who is one household with whom, has the facts folded anew at the next question. Any past moment can be asked.
 */
export class CircleFold {
  private readonly seen = new Set<string>();
  private readonly happenings: Happening[] = [];
  private readonly rulesOfArea: RulesOfArea;
  private readonly options: FoldOptions;
  private folded: Folded | null = null;
  private lastRecorded: Instant = -Infinity;
  private position = '';

  constructor(rules: RegionRules | RulesOfArea = defaultRules, options: FoldOptions = {}) {
    this.options = options;
    this.rulesOfArea = typeof rules === 'function' ? rules : () => rules;
  }

  /** Takes an event into account; one that was seen before changes nothing. */
  apply(event: HouseholdEvent): void {
    if (this.seen.has(event.uuid)) return;
    this.seen.add(event.uuid);
    const happening = happeningOf(event);
    this.lastRecorded = Math.max(this.lastRecorded, happening.recorded);
    if (event.position > this.position) this.position = event.position;
    const place = this.placeOf(happening);
    if (place === this.happenings.length) this.happenings.push(happening);
    else this.happenings.splice(place, 0, happening);
    if (this.folded && (place < this.folded.next || tellsIdentity(event.type))) this.folded = null;
  }

  /** The circle as it was at `asOf`, by everything that was recorded up to `knownAt`. */
  at({ asOf, knownAt }: Times): CircleAt {
    const moment = new Moment(Date.parse(asOf));
    const all = Date.parse(knownAt) >= this.lastRecorded;
    const known = all ? this.happenings : this.happenings.filter(({ recorded }) => recorded <= Date.parse(knownAt));
    const folded = all ? this.foldedTo(moment.asOf) : fold(known, this.options);
    advance(folded, known, moment);
    const position = all ? this.position : lastPosition(known);
    const frame = { identity: folded.identity, knownAt: textOf(Date.parse(knownAt)), position, gaps: this.options.gaps ?? {} };
    const circle = draw(folded.facts, frame, moment, this.rulesOfArea(folded.facts.dwelling.area));
    return { circle, changesAt: moment.changesAt === null ? null : textOf(moment.changesAt) };
  }

  /** Most events come in order, so the end is tried first. */
  private placeOf(happening: Happening): number {
    const comesBefore = (place: number): boolean => inOrder(happening, this.happenings[place] as Happening) < 0;
    let [low, high] = [0, this.happenings.length];
    if (high === 0 || !comesBefore(high - 1)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesBefore(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The kept facts where they are not past the moment; for an earlier one, facts folded for it alone. */
  private foldedTo(asOf: Instant): Folded {
    if (this.folded && this.folded.lastAt > asOf) return fold(this.happenings, this.options);
    return (this.folded ??= fold(this.happenings, this.options));
  }
}

const fold = (known: readonly Happening[], options: FoldOptions): Folded => {
  const identity = identityOf(known.map(({ event }) => event), options);
  return { identity, facts: noFacts(identity.ids ?? new Set([identity.householdId, identity.canonicalId])), next: 0, lastAt: -Infinity };
};

/** Learns what has happened by the moment. What is known to happen later changes the circle then. */
const advance = (folded: Folded, known: readonly Happening[], moment: Moment): void => {
  for (; folded.next < known.length; folded.next += 1) {
    const happening = known[folded.next] as Happening;
    if (!concerns(happening.event, folded.identity)) continue;
    if (!moment.reached(happening.at)) return;
    learn(folded.facts, happening);
    folded.lastAt = happening.at;
  }
};

const lastPosition = (known: readonly Happening[]): string => known.reduce((last, { event }) => (event.position > last ? event.position : last), '');
