import type { MemberRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import type { OpenData, OpenPerson } from '../event-data.ts';
import { learnedBecause } from './because.ts';
import { sealedAt, type Happening } from './happening.ts';
import type { Part } from './part.ts';

type Row = MemberRow<Personal>;
type Said = { readonly person: OpenPerson; readonly pointer: string; readonly certainty: Row['certainty']; readonly residence: Row['residence'] };

/** Who lives here, by person; `registrar` is the organisation whose registration it is. */
export type Members = { readonly ids: ReadonlySet<string>; readonly rows: Map<string, { row: Row; registrar: string | null }> };

const keyOf = (happening: Happening, person: OpenPerson, pointer: string): string => person.personId ?? `${happening.event.uuid}${pointer}`;

const newMember = (personId: string, said: Said, happening: Happening): Row => ({
  personId,
  name: sealedAt(happening, `${said.pointer}/name`),
  birthDate: sealedAt(happening, `${said.pointer}/birthDate`),
  relation: said.person.relation ?? null,
  certainty: said.certainty,
  residence: said.residence,
  since: happening.when,
  learnedAt: happening.late,
  because: [happening.event.id],
});

/** What the municipality registered stands; what a partner holds possible only fills in what was not known yet. */
const combined = (row: Row, said: Row, happening: Happening): Row => {
  const [first, second] = row.certainty === 'registered' && said.certainty === 'possible' ? [row, said] : [said, row];
  return {
    ...first,
    name: first.name ?? second.name,
    birthDate: first.birthDate ?? second.birthDate,
    relation: first.relation ?? second.relation,
    since: row.since,
    ...learnedBecause(row, happening),
  };
};

const join = (members: Members, happening: Happening, said: Said): void => {
  const personId = keyOf(happening, said.person, said.pointer);
  const known = members.rows.get(personId);
  const row = newMember(personId, said, happening);
  const registrar = said.certainty === 'registered' ? happening.organisation : (known?.registrar ?? null);
  members.rows.set(personId, { row: known ? combined(known.row, row, happening) : row, registrar });
};

/** A partner can hold it possible that a registered member left; only the registrar makes it so. */
const leave = (members: Members, happening: Happening, personId: string | undefined): void => {
  const known = personId === undefined ? undefined : members.rows.get(personId);
  if (!known) return;
  if (known.registrar === null || known.registrar === happening.organisation) members.rows.delete(known.row.personId);
  else known.row = { ...known.row, certainty: 'possible', ...learnedBecause(known.row, happening) };
};

/** Who is named for this household joins it, who is named for another one leaves it. */
const split = (members: Members, happening: Happening<OpenData['nl.kring.households.split.v1']>): void =>
  happening.data.into.forEach((household, group) =>
    household.members.forEach((person, index) => {
      const pointer = `/into/${group}/members/${index}`;
      if (members.ids.has(household.householdId)) join(members, happening, { person, pointer, certainty: 'registered', residence: 'primary' });
      else if (person.personId !== undefined) members.rows.delete(person.personId);
    }),
  );

export const membersPart: Part<Members> = {
  empty: (ids) => ({ ids, rows: new Map() }),
  on: {
    'nl.kring.households.registered.v1': (members, happening) =>
      happening.data.members.forEach((person, index) => join(members, happening, { person, pointer: `/members/${index}`, certainty: 'registered', residence: 'primary' })),
    'nl.kring.households.member-joined.v1': (members, happening) =>
      join(members, happening, { person: happening.data.person, pointer: '/person', certainty: happening.data.certainty, residence: happening.data.residence }),
    'nl.kring.households.member-left.v1': (members, happening) => leave(members, happening, happening.data.person.personId),
    'nl.kring.households.split.v1': split,
  },
};

export const memberRows = (members: Members): Row[] => [...members.rows.values()].map(({ row }) => row);
