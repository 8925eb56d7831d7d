import { ValidateBy } from 'class-validator';

export const sequence = { name: 'sequence', pattern: '^[1-9][0-9]{0,15}$', maximum: Number.MAX_SAFE_INTEGER } as const;

const digits = new RegExp(sequence.pattern, 'u');

/**
 * The field numbers the events of a source from 1. CloudEvents writes the number as a text; a JSON number is taken too, for
 * that is what `sequencetype: Integer` makes people send.
 */
export const IsSequence = (): PropertyDecorator =>
  ValidateBy({
    name: sequence.name,
    validator: {
      validate: (value: unknown) => (typeof value === 'string' ? digits.test(value) : Number.isSafeInteger(value) && (value as number) >= 1),
      defaultMessage: () => '$property must be a whole number from 1',
    },
  });
