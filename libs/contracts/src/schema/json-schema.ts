/** As much of JSON Schema 2020-12 as the published language uses. */
export type JsonSchema = {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  minProperties?: number;
  additionalProperties?: boolean;
  'x-personal'?: boolean;
  'x-after'?: string;
};

/** What a `$ref` of ours points at. */
export const resolved = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
  const name = schema.$ref?.slice('#/$defs/'.length);
  return (name && root.$defs?.[name]) || schema;
};
