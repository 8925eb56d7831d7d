import type { targetConstructorToSchema } from 'class-validator-jsonschema';
import { annotations } from '../field/annotation.ts';
import { highestSequence } from '../field/sequence.ts';
import { wholeNumber } from '../field/structure.ts';
import { formats, type Format } from '../format/formats.ts';
import type { JsonSchema } from './json-schema.ts';

type Options = NonNullable<Parameters<typeof targetConstructorToSchema>[1]>;
type Converters = NonNullable<Options['additionalConverters']>;
type SchemaOfLibrary = Exclude<Converters[string], (...given: never[]) => unknown>;

/** The library knows JSON Schema as OpenAPI 3.0 had it, without lists of types; what is written here is 2020-12. */
const written = (schema: JsonSchema): SchemaOfLibrary => schema as SchemaOfLibrary;

const textSchema = (format: Format): JsonSchema => ({ type: 'string', maxLength: format.maxLength, pattern: format.pattern, format: format.name });

/** How the decorators of our own are written in JSON Schema; the library knows its own. */
export const ownConverters: Converters = {
  ...Object.fromEntries(Object.values(formats).map((format) => [format.name, written(textSchema(format))])),
  [wholeNumber]: (meta) => written({ type: 'integer', minimum: meta.constraints[0], maximum: meta.constraints[1] }),
  [formats.sequence.name]: written({ ...textSchema(formats.sequence), type: ['string', 'integer'], minimum: 1, maximum: highestSequence }),
  [annotations.after]: (meta) => written({ [annotations.after]: meta.constraints[0] }),
};
