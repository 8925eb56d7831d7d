import type { InvolvementRow } from '@kring/contracts';
import { becauseOfAll } from '../circle/because.ts';
import { silenceOf } from '../circle/involvement-rows.ts';
import type { Involvement } from '../circle/involvements.ts';
import type { Situation } from '../circle/situation.ts';
import type { Personal } from '../event.ts';
import { isAtLeast } from '../rules/region-rules.ts';
import type { Instant } from '../time/amsterdam.ts';
import { endOfTerm, termInWords } from '../time/term.ts';
import type { AlertRule, Message, Raised } from './alert.ts';
import { actorInWords, organisationsInWords } from './wording.ts';

type Row = InvolvementRow<Personal>;

/** Involvements that count: running, and at the region's level or above. Hidden ones count, but are never named. */
const active = ({ circle, rules }: Situation): Row[] =>
  circle.involvements.filter((row) => row.until === null && isAtLeast(rules, row.level, rules.thresholds.A01.fromLevel));

const organisationsOf = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ organisation }) => organisation))];

type Change = { readonly at: Instant; readonly organisation: string; readonly by: 1 | -1 };

const changesOf = (involvement: Involvement, { facts, rules, moment }: Situation): Change[] => {
  const { organisation, spans } = involvement;
  const { goneAt } = silenceOf(involvement, facts.heard, rules);
  return spans
    .filter(({ level }) => isAtLeast(rules, level, rules.thresholds.A01.fromLevel))
    .flatMap(({ from, until }): Change[] => {
      const start: Change = { at: from, organisation, by: 1 };
      const end: Change = { at: Math.min(until, goneAt), organisation, by: -1 };
      return end.at <= moment.asOf ? [start, end] : [start];
    });
};

/** Since when enough organisations have been active without interruption. */
const enoughSince = (situation: Situation): Instant => {
  const running = new Map<string, number>();
  let since = situation.moment.asOf;
  let enough = false;
  const changes = situation.facts.involvements.entries().flatMap((involvement) => changesOf(involvement, situation));
  for (const { at, organisation, by } of changes.sort((one, other) => one.at - other.at || other.by - one.by)) {
    const left = (running.get(organisation) ?? 0) + by;
    if (left > 0) running.set(organisation, left);
    else running.delete(organisation);
    const now = running.size >= situation.rules.thresholds.A01.organisations;
    if (now && !enough) since = at;
    enough = now;
  }
  return since;
};

const withoutSince = ({ facts }: Situation): Instant => facts.contactPersons.counts.at(-1)?.from ?? -Infinity;

/** Who is longest involved at basic-team, or else at all, is the first to take it up; one that may be named. */
const firstToAct = (rows: readonly Row[]): string | null => {
  const named = rows.filter((row) => row.sensitivity === 'normal').sort((one, other) => Date.parse(one.since) - Date.parse(other.since));
  return (named.find(({ level }) => level === 'basic-team') ?? named[0])?.organisation ?? null;
};

type Told = { readonly organisations: readonly string[]; readonly actor: string | null; readonly since: Instant };

const messageOf = ({ organisations, actor, since }: Told, situation: Situation): Message => {
  const { organisations: least, escalatesAfter } = situation.rules.thresholds.A01;
  const [names, acts, term] = [organisationsInWords(organisations, situation), actorInWords(actor, situation.rules), termInWords(escalatesAfter)];
  const who = organisations.length > 0 ? { nl: ` (waaronder ${names.nl})`, en: ` (${names.en} among them)` } : { nl: '', en: '' };
  const late = endOfTerm(since, escalatesAfter) <= situation.moment.asOf;
  const urgency = late ? { nl: `het duurt al langer dan ${term.nl}`, en: `it has lasted more than ${term.en}` } : { nl: `na ${term.nl} wordt dit urgent`, en: `after ${term.en} this becomes urgent` };
  return {
    nl: `Er zijn ${least} of meer organisaties actief${who.nl} en dit huishouden heeft geen aanspreekpunt. Eén gezicht per gezin: ${acts.nl} regelt wie dat wordt; ${urgency.nl}.`,
    en: `${least} or more organisations are active${who.en} and this household has no contact person. One face per family: ${acts.en} should settle who that is; ${urgency.en}.`,
  };
};

const raised = (rows: readonly Row[], situation: Situation): Raised => {
  const since = Math.max(enoughSince(situation), withoutSince(situation));
  const visible = rows.filter(({ sensitivity }) => sensitivity !== 'hidden');
  const released = situation.facts.contactPersons.counts.at(-1);
  const actor = firstToAct(visible);
  const organisations = organisationsOf(visible);
  return {
    since,
    because: [...becauseOfAll(visible), ...(released ? [released.because] : [])],
    actor,
    organisations,
    message: messageOf({ organisations, actor, since }, situation),
    severity: situation.moment.reached(endOfTerm(since, situation.rules.thresholds.A01.escalatesAfter)) ? 'urgent' : 'warning',
  };
};

/** A01. Several organisations are active and nobody is the one face of this household. Source: S0.20, S4.15. */
export const noContactPerson: AlertRule = {
  code: 'A01',
  name: 'no-contact-person',
  severity: 'warning',
  threshold: ({ rules }) => `${rules.thresholds.A01.organisations} organisations`,
  raisedBy: (situation) => {
    if (situation.facts.contactPersons.holders.length > 0) return [];
    const rows = active(situation);
    return organisationsOf(rows).length < situation.rules.thresholds.A01.organisations ? [] : [raised(rows, situation)];
  },
};
