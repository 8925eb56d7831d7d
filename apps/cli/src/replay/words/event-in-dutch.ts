import { eventTitles } from '@kring/contracts/codes';
import type { LoggedEvent } from '@kring/reading';
import { moment } from '../../circle/words.ts';

const titles: Readonly<Record<string, { readonly nl: string }>> = eventTitles;

/** One event of the log on one line: where it stands, when the hub had it, what it was and of whom. */
export const eventInDutch = ({ position, recordedAt, withheld, type, organisation, stream, by }: LoggedEvent): string => {
  const place = `${position}  ${moment(recordedAt).padEnd(20)}`;
  if (withheld) return `${place}verborgen\n`;
  const title = titles[type ?? '']?.nl ?? type ?? '';
  return `${place}${title}${organisation ? ` [${organisation}${by ? `, ${by}` : ''}]` : ''}  ${stream ?? ''}\n`;
};
