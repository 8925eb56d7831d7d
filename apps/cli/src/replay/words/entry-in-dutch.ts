import type { AlertRow } from '@kring/contracts';
import type { Change, ReplayEntry } from '@kring/replay';
import { moment } from '../../circle/words.ts';
import { changesInDutch } from './changes-in-dutch.ts';

const indent = '    ';

const turned = ({ change, before, after, ...row }: Change): Change => ({
  ...row, change: change === 'added' ? 'removed' : change === 'removed' ? 'added' : 'changed', before: after, after: before,
});

/** The same entry, gone through from the other side: what came goes, what was cleared stands again. */
export const turnedBack = (entry: ReplayEntry): ReplayEntry => ({ ...entry, changes: entry.changes.map(turned), alertsRaised: entry.alertsCleared, alertsCleared: entry.alertsRaised });

const day = (time: string): string => time.slice(0, 10);

const heading = ({ kind, recordedAt, occurredAt, organisation, text }: ReplayEntry): string => {
  const at = moment(recordedAt).padEnd(20);
  if (kind === 'time') return `${at}De tijd verstreek.`;
  if (kind === 'withheld') return `${at}Iets dat hier niet getoond wordt.`;
  const late = day(occurredAt) < day(recordedAt) ? ` (gebeurd op ${moment(occurredAt)}, toen nog niet bekend)` : '';
  return `${at}${text?.nl ?? 'Gebeurtenis.'}${organisation ? ` [${organisation}]` : ''}${late}`;
};

const raised = ({ code, severity, message, actor }: AlertRow): string => `${severity === 'urgent' ? '!!' : '! '} ${code} ${message.nl}${actor ? ` (aan zet: ${actor})` : ''}`;

/** One entry of a replay: what happened, and what it brought about. */
export const entryInDutch = (entry: ReplayEntry): string => {
  const lines = [
    ...changesInDutch(entry.changes),
    ...entry.alertsRaised.map(raised),
    ...entry.alertsChanged.map(({ code, severity }) => `${severity === 'urgent' ? '!!' : '! '} ${code} is nu ${severity === 'urgent' ? 'dringend' : 'niet meer dringend'}`),
    ...entry.alertsCleared.map(({ code, name }) => `✓  ${code} voorbij (${name})`),
  ];
  return [heading(entry), ...lines.map((line) => `${indent}${line}`)].map((line) => `${line}\n`).join('');
};
