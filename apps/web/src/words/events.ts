import { eventTitles, type Label } from '@kring/contracts/codes';
import { capital, readable } from './codes.ts';

const titles: Readonly<Record<string, Label | undefined>> = eventTitles;

/** What an event is called; one of a later version than this page knows is still readable. */
export const eventWord = (type: string): string => titles[type]?.nl ?? capital(readable(type.replace(/^nl\.kring\./, '').replace(/\.v\d+$/, '')));
