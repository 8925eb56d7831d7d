import { eventTitles, type Label } from '@kring/contracts/codes';
import type { CircleEventType, OpenData } from '../event-data.ts';
import type { RegionRules } from '../rules/region-rules.ts';
import { details, type Detail } from './details.ts';

const titles: Readonly<Record<string, Label>> = eventTitles;

const ofType = (type: string): ((data: OpenData[CircleEventType], rules: RegionRules) => readonly Detail[]) | undefined =>
  (details as Readonly<Record<string, (data: object, rules: RegionRules) => readonly Detail[]>>)[type];

/** An event as one sentence without anything personal, or null for an event that a timeline does not tell of. */
export const sentenceOf = (type: string, data: object, rules: RegionRules): Label | null => {
  const title = titles[type];
  if (!title || type.startsWith('nl.kring.access.')) return null;
  const known = (ofType(type)?.(data as OpenData[CircleEventType], rules) ?? []).filter((detail) => detail !== null);
  const sentence = (language: keyof Label): string => (known.length === 0 ? `${title[language]}.` : `${title[language]}: ${known.map((detail) => detail[language]).join(', ')}.`);
  return { nl: sentence('nl'), en: sentence('en') };
};
