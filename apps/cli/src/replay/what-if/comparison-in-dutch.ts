import type { AlertSpan, ComparedAlert, Comparison, Difference, RuleSet, Tally } from '@kring/replay';
import { day } from '../../circle/words.ts';
import { table } from '../../table.ts';

const differenceNames: Readonly<Record<Difference, string>> = { same: 'gelijk', gone: 'niet meer', new: 'erbij', earlier: 'eerder', later: 'later', otherwise: 'anders' };
const differences = Object.keys(differenceNames) as Difference[];

/** From when to when an alert showed, and who was to act. */
const span = (alert: AlertSpan | null): string => {
  if (!alert) return 'geen melding';
  const { shownAt, goneAt, actor, severity } = alert;
  return `${day(shownAt)} – ${goneAt ? day(goneAt) : 'nu'}${severity === 'urgent' ? ', dringend' : ''}${actor ? `, aan zet: ${actor}` : ''}`;
};

const line = ({ code, difference, fact, whatIf }: ComparedAlert): readonly string[] => ['', code, differenceNames[difference], span(fact), span(whatIf)];

export const headingInDutch = ({ name }: RuleSet, file: string): string => `Met andere regels: ${name ?? file}\n\n`;

/** The alerts of one household that would have been others; nothing where everything is as it was. */
export const comparisonInDutch = ({ householdId, alerts }: Comparison, columns: number): string => {
  const others = alerts.filter(({ difference }) => difference !== 'same');
  return others.length === 0 ? '' : `Huishouden ${householdId}\n${table(['', 'code', 'verschil', 'in werkelijkheid', 'met deze regels'], others.map(line), columns)}\n`;
};

/** Over all households: of each code how many alerts stayed, went, came or moved. */
export const tallyInDutch = (tally: Tally, households: number, columns: number): string => {
  const rows = Object.entries(tally).sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, counts]) => ['', code, ...differences.map((difference) => String(counts[difference] ?? 0))]);
  const heading = `Samen, in ${households} huishouden${households === 1 ? '' : 's'}\n`;
  return `${heading}${rows.length === 0 ? '  geen enkele melding\n' : table(['', 'code', ...differences.map((difference) => differenceNames[difference])], rows, columns)}`;
};
