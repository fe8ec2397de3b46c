import { isSchemaMap, own } from './schema-path.ts';

/**
 * How a schema is written: `flat`, one entry per value, or as a JSON Schema of an object.
 * Flat is also what is neither; the loader takes it for that.
 */
export type SchemaForm = 'flat' | 'json-schema';

/**
 * A mapping whose `type` is the text `object` and that has `properties` is a JSON Schema, and the loader hands it on
 * unchanged (spec 1.13). A flat schema of two values named `type` and `properties` is none, since its `type` is a
 * mapping.
 */
export function schemaForm(schema: unknown): SchemaForm {
  const isJsonSchema =
    isSchemaMap(schema) && own(schema, 'type') === 'object' && Object.hasOwn(schema, 'properties');
  return isJsonSchema ? 'json-schema' : 'flat';
}
