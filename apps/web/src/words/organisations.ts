import { capital } from './codes.ts';

const abbreviations: ReadonlySet<string> = new Set(['mee', 'cjg', 'vkb', 'ggz', 'oggz', 'ggd', 'uwv']);
const spelled: Readonly<Record<string, string>> = { oggz: 'OGGz' };
const small: ReadonlySet<string> = new Set(['en', 'van', 'der', 'den', 'het', 'op']);

/** A partner, team or area as people write it. Codes are made from the names, so the way back loses little. */
export const nameOf = (code: string): string =>
  code.split('-').map((part, at) => spelled[part] ?? (abbreviations.has(part) ? part.toUpperCase() : at > 0 && small.has(part) ? part : capital(part))).join(' ');

export const listed = (words: readonly string[]): string => new Intl.ListFormat('nl-NL').format(words);
