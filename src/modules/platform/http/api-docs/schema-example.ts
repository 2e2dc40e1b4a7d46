/** The parts of a JSON Schema that the documents here use. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export type Schemas = Record<string, Schema>;

/** Nested objects in an example stop here. */
const MOST_LEVELS = 6;

/** The schema that a reference names, or the schema itself. */
export function resolveSchema(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref ? (schemas[nameOf(schema.$ref)] ?? {}) : schema;
}

/** Name at the end of a reference. */
export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** A value that fits a schema, made of the examples of its fields; optional fields without an example are left out. */
export function exampleOf(given: Schema, schemas: Schemas, level = 0): unknown {
  const schema = resolveSchema(given, schemas);
  if (schema.examples?.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const chosen = schema.oneOf?.[0] ?? schema.anyOf?.[0] ?? schema.allOf?.[0];
  if (chosen) return exampleOf(chosen, schemas, level);
  const type = Array.isArray(schema.type) ? (schema.type.find((one) => one !== 'null') ?? 'null') : schema.type;
  if (type === 'object') return level > MOST_LEVELS ? {} : objectExample(schema, schemas, level);
  // An object one level below the last would be empty, whatever it must have.
  if (type === 'array') return level >= MOST_LEVELS || !schema.items ? [] : [exampleOf(schema.items, schemas, level + 1)];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0;
  if (type === 'boolean') return false;
  return schema.format === 'date-time' ? '2026-03-02T08:00:00.000Z' : '…';
}

function objectExample(schema: Schema, schemas: Schemas, level: number): Record<string, unknown> {
  const example: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const resolved = resolveSchema(property, schemas);
    if (schema.required?.includes(name) || resolved.examples?.length) example[name] = exampleOf(property, schemas, level + 1);
  }
  if (typeof schema.additionalProperties === 'object') example['name'] = exampleOf(schema.additionalProperties, schemas, level + 1);
  return example;
}
