import type { Circle } from '@kring/contracts';
import { isContactPerson, involvedRole, involvementKey, isInvolvedNow, isSupportingNow, organisationWord, personOf, supporterKey, type Involvement } from '../circle/rows.ts';
import { capital, isLevel, roleWord, supporterWord, type Level } from '../words/codes.ts';
import { nameOf } from '../words/organisations.ts';

/** Someone around the household, as drawn: where, with which sign and which two lines of text. */
export type Mark = {
  key: string;
  level: Level;
  sign: string;
  title: string;
  subtitle: string;
  organisation: string | null;
  isContactPerson: boolean;
  state: 'active' | 'contested' | 'stale';
};

type Dated = { since: string; mark: Mark };

/** The contact person first, then who is known longest: a newcomer finds a free spot and nobody else has to move. */
export const marksOf = (circle: Circle): Mark[] => {
  const involved = circle.involvements.filter(isInvolvedNow);
  const dated: Dated[] = [
    ...involved.map((row) => ({ since: row.since, mark: involvementMark(row, circle) })),
    ...circle.supporters.filter(isSupportingNow(circle.asOf)).map((row) => ({ since: row.since, mark: supporterMark(row) })),
    ...contactPersonAlone(circle, involved),
  ];
  return dated.sort(inOrder).map(({ mark }) => mark);
};

const inOrder = (one: Dated, other: Dated): number =>
  Number(other.mark.isContactPerson) - Number(one.mark.isContactPerson) || one.since.localeCompare(other.since) || one.mark.key.localeCompare(other.mark.key);

const involvementMark = (row: Involvement, circle: Circle): Mark => ({
  key: involvementKey(row),
  level: isLevel(row.level) ? row.level : 'basic-team',
  sign: row.domain,
  title: involvedRole(row),
  subtitle: organisationWord(row),
  organisation: row.organisation ?? null,
  isContactPerson: isContactPerson(row, circle.contactPerson),
  state: row.state === 'contested' || row.state === 'stale' ? row.state : 'active',
});

const supporterMark = (row: Circle['supporters'][number]): Mark => ({
  key: supporterKey(row),
  level: 'own-network',
  sign: 'person',
  title: supporterWord(row.kind),
  subtitle: row.label ? shortened(capital(row.label)) : '',
  organisation: null,
  isContactPerson: false,
  state: 'active',
});

const longest = 26;
/** A label is free text; the whole of it stands in the list. */
const shortened = (label: string): string => (label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label);

/** A contact person need not be involved in another role, and is never left out of the picture. */
const contactPersonAlone = ({ contactPerson }: Circle, involved: readonly Involvement[]): Dated[] => {
  if (!contactPerson || involved.some((row) => isContactPerson(row, contactPerson))) return [];
  const { professional, organisation, since } = contactPerson;
  const title = professional.role ? roleWord(professional.role) : personOf(professional);
  return [{ since, mark: { key: 'contact-person', level: 'neighbourhood', sign: 'person', title, subtitle: nameOf(organisation), organisation, isContactPerson: true, state: 'active' } }];
};
