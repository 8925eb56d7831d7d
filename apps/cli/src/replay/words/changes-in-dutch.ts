import type { Change } from '@kring/replay';
import { sectionNames, toldFields, valueInDutch } from './fields.ts';

/** What is so unless someone says otherwise. */
const ordinary: readonly unknown[] = [null, false, 'normal', 'active', 'open', 'primary'];

/** Its own id is of interest where it changes, and a moment or a number says nothing without what it is of. */
const isNamed = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value));

/** A row that came or went shows what it is, not everything that it is not. */
const present = (row: NonNullable<Change['after']>): string =>
  toldFields(row)
    .flatMap(([field, name]) => {
      const value = row[field];
      if (field === 'canonicalId' || ordinary.includes(value)) return [];
      if (value === true) return [name];
      const told = valueInDutch(field, value);
      if (told === null || told === '–') return [];
      return [isNamed(value) ? `${name} ${told}` : told];
    })
    .join(' · ');

const differing = ({ before, after }: Change): string[] =>
  toldFields({ ...before, ...after }).flatMap(([field, name]) => {
    const [was, is] = [valueInDutch(field, before?.[field]), valueInDutch(field, after?.[field])];
    return was === null || is === null || was === is ? [] : [`${name}: ${was} → ${is}`];
  });

/** One line for each thing that changed, without what only a machine would notice. */
export const changesInDutch = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) => {
    const { section, before, after } = change;
    if (before === null) return [`+ ${sectionNames[section]}: ${present(after ?? {})}`];
    if (after === null) return [`- ${sectionNames[section]}: ${present(before)}`];
    const told = differing(change);
    return told.length === 0 ? [] : [`~ ${sectionNames[section]} ${change.key}`.trimEnd() + `: ${told.join(', ')}`];
  });
