import 'reflect-metadata';
import { Type, type ClassConstructor } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, ValidateBy, ValidateIf, ValidateNested, type ValidationOptions } from 'class-validator';
import { isInstant } from '../format/calendar.ts';
import { annotations } from './annotation.ts';

/** How long a list in an event may be where nothing smaller is said; 64 KB would not hold much more. */
export const longestList = 200;

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/** The field may be left out. Null is not the same as left out: an event says what it knows and is silent about the rest. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** What a nested field's metadata carries, so that its schema can refer to that of the other class. */
export type ShapeContext = { readonly shape: () => ClassConstructor<object> };

/** The field has the shape of another class. */
export const HasShape = (shape: () => ClassConstructor<object>): PropertyDecorator =>
  together(IsObject(), ValidateNested({ context: { shape } satisfies ShapeContext }), Type(shape));

type Bounds = { min?: number; max?: number };

const isListWithin = ({ min, max = longestList }: Bounds): PropertyDecorator[] => [IsArray(), ArrayMaxSize(max), ...(min ? [ArrayMinSize(min)] : [])];

/** The field is a list of things of one shape. */
export const IsListOf = (shape: () => ClassConstructor<object>, bounds: Bounds = {}): PropertyDecorator =>
  together(...isListWithin(bounds), IsObject({ each: true }), ValidateNested({ each: true, context: { shape } satisfies ShapeContext }), Type(shape));

/** The field is a list of texts in one format. */
export const IsListWritten = (each: (options: ValidationOptions) => PropertyDecorator, bounds: Bounds = {}): PropertyDecorator =>
  together(...isListWithin(bounds), each({ each: true }));

/** The field is one of the codes of a list. */
export const IsOneOf = (codes: readonly string[]): PropertyDecorator => IsIn([...codes]);

export const wholeNumber = 'whole-number';

/** The field is a whole number from the lowest up to and including the highest. */
export const IsWholeNumber = (lowest: number, highest: number): PropertyDecorator =>
  ValidateBy({
    name: wholeNumber,
    constraints: [lowest, highest],
    validator: {
      validate: (value: unknown) => Number.isInteger(value) && (value as number) >= lowest && (value as number) <= highest,
      defaultMessage: () => `$property must be a whole number from ${lowest} to ${highest}`,
    },
  });

/** Whether the later instant is after the earlier one; what is no instant is another rule's business. */
export const isAfter = (later: unknown, earlier: unknown): boolean => !isInstant(later) || !isInstant(earlier) || Date.parse(later) > Date.parse(earlier);

/**
 * The field is a later instant than another field of the same event. A slot that ends before it starts is no fact that anyone
 * saw happen but a mistake in writing, so it is refused as input rather than stored.
 */
export const IsAfter = (earlier: string): PropertyDecorator =>
  ValidateBy({
    name: annotations.after,
    constraints: [earlier],
    validator: {
      validate: (value: unknown, args) => isAfter(value, (args?.object as Record<string, unknown> | undefined)?.[earlier]),
      defaultMessage: () => `$property must be later than ${earlier}`,
    },
  });
