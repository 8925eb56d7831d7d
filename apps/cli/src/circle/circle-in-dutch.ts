import type { AddressView, Circle } from '@kring/contracts';
import { roleLabels, trendLabels } from '@kring/contracts/codes';
import { table } from '../table.ts';
import { sectionsOf, type Section } from './sections.ts';
import { day, label, moment, who } from './words.ts';

/** The circle as a worker reads it from a terminal: first whom to call and what asks attention, then everyone else. */
export const circleInDutch = (circle: Circle, columns: number): string =>
  [heading(circle), contactPerson(circle), attention(circle), ...sectionsOf(circle).map((one) => section(one, columns)), closing(circle)]
    .filter((part) => part !== '')
    .join('\n');

const heading = ({ householdId, canonicalId, area, region, address, asOf, knownAt, state }: Circle): string => {
  const merged = state === 'merged' || canonicalId !== householdId ? ` (samengevoegd tot ${canonicalId})` : '';
  const place = `${addressText(address)} · ${area}, ${region}`;
  return `Huishouden ${householdId}${merged}\n${place}\nZoals het was op ${moment(asOf)}, bekend op ${moment(knownAt)}\n`;
};

const addressText = ({ masked, postcode, houseNumber, addition }: AddressView): string =>
  masked || !postcode ? 'adres afgeschermd' : `${postcode} ${houseNumber ?? ''}${addition ? ` ${addition}` : ''}`;

const contactPerson = ({ contactPerson: face }: Circle): string => {
  if (!face) return 'Aanspreekpunt: niemand\n';
  const { professional, organisation, since, cover, lastPulseCheck: pulse } = face;
  const lines = [`Aanspreekpunt: ${who(professional)}, ${label(roleLabels, professional.role)}, ${organisation}, sinds ${day(since)}`];
  if (cover) lines.push(`  vervangen door ${who(cover.professional)} tot en met ${day(cover.until)}`);
  if (pulse) lines.push(`  vinger aan de pols: ${day(pulse.at)}, ${label(trendLabels, pulse.trend)}${pulse.nextDue ? `, volgende uiterlijk ${day(pulse.nextDue)}` : ''}`);
  return `${lines.join('\n')}\n`;
};

const attention = ({ alerts }: Circle): string => {
  const line = ({ code, severity, message, since }: Circle['alerts'][number]): string => `  ${severity === 'urgent' ? '!!' : '! '} ${code} ${message.nl} (sinds ${day(since)})\n`;
  return alerts.length === 0 ? '' : `Let op\n${alerts.map(line).join('')}`;
};

const section = ({ title, heads, rows }: Section, columns: number): string =>
  rows.length === 0 ? '' : `${title}\n${table(['', ...heads], rows.map((row) => ['', ...row]), columns)}`;

const closing = ({ hiddenContacts }: Circle): string => (hiddenContacts ? 'Er zijn ook betrokkenen die hier niet getoond worden.\n' : '');
