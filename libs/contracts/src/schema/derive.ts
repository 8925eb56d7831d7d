import type { ClassConstructor } from 'class-transformer';
import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { ShapeContext } from '../field/structure.ts';
import { ownConverters } from './converters.ts';
import type { JsonSchema } from './json-schema.ts';

type Described = ClassConstructor<object>;

/** The schema of one class, which refers to those of the classes in its fields, and those classes. */
const ownSchemaOf = (described: Described): { schema: JsonSchema; shapes: Described[] } => {
  const shapes: Described[] = [];
  const nested = {
    [ValidationTypes.NESTED_VALIDATION]: (meta: { context?: unknown }) => {
      const shape = (meta.context as ShapeContext).shape();
      shapes.push(shape);
      return { $ref: `#/$defs/${shape.name}` };
    },
  };
  const schema = targetConstructorToSchema(described, { additionalConverters: { ...ownConverters, ...nested } }) as JsonSchema;
  return { schema: { ...schema, additionalProperties: false }, shapes };
};

/** The schemas of the classes in the fields of a class, and of those in their fields, by name. */
const shapeSchemas = (shapes: readonly Described[], known: Map<string, JsonSchema> = new Map()): Map<string, JsonSchema> => {
  for (const shape of shapes) {
    if (known.has(shape.name)) continue;
    const own = ownSchemaOf(shape);
    known.set(shape.name, own.schema);
    shapeSchemas(own.shapes, known);
  }
  return known;
};

/**
 * The JSON Schema of a class, derived from its validation decorators. Fields that the class does not have are refused, at every
 * level: content that no one asked for must not leak in.
 */
export const schemaOf = (described: Described, about: Pick<JsonSchema, '$id' | 'title' | 'description'>): JsonSchema => {
  const { schema, shapes } = ownSchemaOf(described);
  const definitions = shapeSchemas(shapes);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...about,
    ...schema,
    ...(definitions.size > 0 ? { $defs: Object.fromEntries(definitions) } : {}),
  };
};
