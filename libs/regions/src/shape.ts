/** A JSON Schema that knows at compile time what it lets through, so that a fact about a file is written down once. */
export type Shape<T> = JsonSchema & { readonly lets?: T };
export type JsonSchema = { readonly [keyword: string]: unknown };
export type Fits<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Whole<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: Fits<R[K]> } & { readonly [K in keyof O]?: Fits<O[K]> };

/** A text by its pattern; `means` completes the sentence "must be …". */
export const pattern = (regex: string, means: string): Shape<string> => ({ type: 'string', pattern: regex, description: means });

export const oneOf = <T extends string>(values: readonly T[]): Shape<T> => ({ enum: values, description: `one of ${values.join(', ')}` });

export const whole = (least: number, most: number): Shape<number> => ({
  type: 'integer', minimum: least, maximum: most, description: `a whole number from ${least} to ${most}`,
});

export const flag: Shape<boolean> = { type: 'boolean', description: 'true or false' };

export const list = <T>(item: Shape<T>, { least = 0 }: { readonly least?: number } = {}): Shape<readonly T[]> => ({
  type: 'array', items: item, minItems: least, description: least === 0 ? 'a list' : `a list with at least ${least}`,
});

/** A list in which nothing stands twice. */
export const set = <T extends string>(item: Shape<T>, least: { readonly least?: number } = {}): Shape<readonly T[]> => ({ ...list(item, least), uniqueItems: true });

/** Any keys of this pattern, each with the same kind of value. */
export const mapOf = <T>(keys: string, value: Shape<T>, means: string): Shape<Readonly<Record<string, T>>> => ({
  type: 'object', patternProperties: { [keys]: value }, additionalProperties: false, description: means,
});

/** An object with exactly these keys; any other key is refused. */
export const object = <R extends Shapes, O extends Shapes = Record<never, never>>(required: R, optional?: O): Shape<Whole<R, O>> => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
  description: `an object with ${Object.keys(required).join(', ')}`,
});
