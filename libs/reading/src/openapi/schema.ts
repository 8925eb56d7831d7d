/** A schema of the OpenAPI document: JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type Schema = Record<string, never>;
type Written = { readonly [key: string]: unknown };

const written = (schema: Written): Schema => schema as Schema;

export const text = written({ type: 'string' });
export const instant = written({ type: 'string', format: 'date-time' });
export const day = written({ type: 'string', format: 'date' });
export const flag = written({ type: 'boolean' });
export const whole = written({ type: 'integer' });
export const shaped = (pattern: string): Schema => written({ type: 'string', pattern });
export const oneOf = (...schemas: readonly Schema[]): Schema => written({ type: 'object', oneOf: schemas });
export const code = (...codes: readonly string[]): Schema => written({ type: 'string', enum: codes });
export const list = (items: Schema): Schema => written({ type: 'array', items });
export const orNull = (schema: Schema): Schema => written({ ...schema, type: [(schema as Written)['type'], 'null'] });

/** What the reader may not see is left out, so of the fields of a row only those of `always` are promised. */
export const row = (fields: Readonly<Record<string, Schema>>, always: readonly string[] = Object.keys(fields)): Schema =>
  written({ type: 'object', required: always, properties: fields });

/** An object with whatever fields it has. */
export const loose = written({ type: 'object', additionalProperties: true });

/** A schema with a name of its own, under which the OpenAPI document keeps it. */
export const titled = (title: string, schema: Schema): Schema => written({ title, ...schema });
