import type { AddressView, Circle, ProfessionalView } from '@kring/contracts';
import { table } from '../table.ts';
import { day, moment, word } from './words.ts';

/** The circle as a worker reads it from a terminal: first whom to call and what asks attention, then everyone else. */
export const circleInDutch = (circle: Circle, columns: number): string =>
  [heading(circle), contactPerson(circle), attention(circle), ...rows(circle).map(([title, heads, cells]) => section(title, heads, cells, columns)), closing(circle)]
    .filter((part) => part !== '')
    .join('\n');

const heading = ({ householdId, canonicalId, area, region, address, asOf, knownAt, state }: Circle): string => {
  const merged = state === 'merged' || canonicalId !== householdId ? ` (samengevoegd tot ${canonicalId})` : '';
  return `Huishouden ${householdId}${merged}\n${[addressText(address), `${area}, ${region}`].filter(Boolean).join(' · ')}\nZoals het was op ${moment(asOf)}, bekend op ${moment(knownAt)}\n`;
};

const addressText = ({ masked, postcode, houseNumber, addition }: AddressView): string =>
  masked || !postcode ? 'adres afgeschermd' : `${postcode} ${houseNumber ?? ''}${addition ? ` ${addition}` : ''}`;

const contactPerson = ({ contactPerson: face }: Circle): string => {
  if (!face) return 'Aanspreekpunt: niemand\n';
  const { professional, organisation, since, cover, lastPulseCheck: pulse } = face;
  const lines = [`Aanspreekpunt: ${who(professional)}, ${word(professional.role)}, ${organisation}, sinds ${day(since)}`];
  if (cover) lines.push(`  vervangen door ${who(cover.professional)} tot en met ${day(cover.until)}`);
  if (pulse) lines.push(`  vinger aan de pols: ${day(pulse.at)}, ${word(pulse.trend)}${pulse.nextDue ? `, volgende uiterlijk ${day(pulse.nextDue)}` : ''}`);
  return `${lines.join('\n')}\n`;
};

const attention = ({ alerts }: Circle): string =>
  alerts.length === 0 ? '' : `Let op\n${alerts.map(({ code, severity, message, since }) => `  ${severity === 'urgent' ? '!!' : '! '} ${code} ${message.nl} (sinds ${day(since)})\n`).join('')}`;

const who = ({ name, id, phone }: ProfessionalView<string | null>): string => `${name ?? id}${phone ? ` (${phone})` : ''}`;

type Section = [title: string, heads: string[], rows: string[][]];

const section = (title: string, heads: string[], cells: string[][], columns: number): string =>
  cells.length === 0 ? '' : `${title}\n${table(['', ...heads], cells.map((row) => ['', ...row]), columns)}`;

const rows = (circle: Circle): Section[] => [
  ['Leden', ['naam', 'relatie', 'sinds', 'zekerheid'], circle.members.map((m) => [m.name ?? m.personId, word(m.relation), day(m.since), word(m.certainty)])],
  ['Betrokken', ['organisatie', 'functie', 'wie', 'niveau', 'domein', 'sinds', 'stand'],
    circle.involvements.map((i) => [i.organisation, word(i.role), who(i.professional), word(i.level), word(i.domain), day(i.since), `${word(i.state)}${i.until ? ` ${day(i.until)}` : ''}`])],
  ['Uit het eigen netwerk', ['wie', 'soort', 'sinds', 'tot'], circle.supporters.map((s) => [s.label ?? s.supporterId, word(s.kind), day(s.since), day(s.until)])],
  ['Afspraken', ['wanneer', 'organisatie', 'stand', 'botst met'], circle.visits.map((v) => [moment(v.startsAt), v.organisation, word(v.state), v.collidesWith.join(' ')])],
  ['Signalen', ['soort', 'van', 'aan', 'stand', 'uiterlijk'], circle.signals.map((s) => [word(s.kind), s.raisedBy, s.addressedTo ?? '', word(s.state), day(s.dueBy)])],
  ['Vragen', ['soort', 'over', 'van', 'op'], circle.questions.map((q) => [word(q.kind), word(q.about), word(q.initiatedBy), day(q.at)])],
  ['Doorverwijzingen', ['van', 'naar', 'niveau', 'stand', 'stap'], circle.referralChains.flatMap((c) => c.steps.map((s) => [s.from, s.to, word(s.level), word(s.state), String(s.stepNumber)]))],
  ['Wie weet van elkaar', ['organisaties', 'stand'], circle.matches.map((m) => [m.organisations.join(', '), word(m.state)])],
];

const closing = ({ hiddenContacts }: Circle): string => (hiddenContacts ? 'Er zijn ook betrokkenen die hier niet getoond worden.\n' : '');
