import type { Change } from '@kring/replay';
import { sectionNames, toldFields, valueInDutch } from './fields.ts';

/** What is so unless someone says otherwise. */
const ordinary: readonly unknown[] = [null, false, 'normal', 'active', 'open', 'primary'];

/** A row that came or went shows what it is, not everything that it is not. */
const present = (row: NonNullable<Change['after']>): string =>
  toldFields(row)
    .flatMap(([field]) => {
      const value = ordinary.includes(row[field]) ? null : valueInDutch(field, row[field]);
      return value === null || value === '–' ? [] : [value];
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
