import 'reflect-metadata';
import { JSONSchema } from 'class-validator-jsonschema';

/** Keywords of our own in the published schemas; whoever does not know them may pass over them. */
export const annotations = {
  /** The value is personal: it is sealed with the household's key before anything is stored. */
  personal: 'x-personal',
  /** The value must be a later instant than the named field beside it. */
  after: 'x-after',
} as const;

/**
 * Marks a field as personal. The hub seals its value, an address as a whole, under the household's own key before the event
 * is stored; only a reader with a purpose and the right gets to see it.
 */
export const Personal = (): PropertyDecorator => (target, property) => JSONSchema({ [annotations.personal]: true })(target, property as string);
