import { ValidateBy } from 'class-validator';
import { formats, isWritten } from '../format/formats.ts';

/** Numbers of fifteen digits and less are exact in every language that a publisher may be written in. */
export const highestSequence = 999_999_999_999_999;

/**
 * The field numbers the events of a source from 1. CloudEvents writes the number as a text; a JSON number is taken too, for
 * that is what `sequencetype: Integer` makes people send.
 */
export const IsSequence = (): PropertyDecorator =>
  ValidateBy({
    name: formats.sequence.name,
    validator: {
      validate: (value: unknown) =>
        isWritten(formats.sequence, value) || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= highestSequence),
      defaultMessage: () => `$property must be ${formats.sequence.shape}`,
    },
  });
