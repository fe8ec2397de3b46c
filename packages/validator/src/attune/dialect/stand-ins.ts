import { isSchemaMap, own, put, type SchemaMap, type SchemaPath } from './schema-path.ts';

/** Whether a value is a text with a template in it, which is known only at run time. */
export const isTemplate = (value: unknown): value is string =>
  typeof value === 'string' && value.includes('{{') && value.includes('}}');

/** A value without templates, and where they were. */
export interface StoodIn {
  readonly value: unknown;
  readonly templates: readonly SchemaPath[];
}

/**
 * Replaces each template by a value that fits the schema's type there, as the loader does before it judges
 * (spec 1.13). A stand-in need not fit everything, so faults at `templates` are to be passed over.
 */
export function withStandIns(jsonSchema: SchemaMap, value: unknown): StoodIn {
  const templates: SchemaPath[] = [];
  const replace = (schema: unknown, written: unknown, path: SchemaPath): unknown => {
    if (isTemplate(written)) {
      templates.push(path);
      return standIn(schema);
    }
    const map = isSchemaMap(schema) ? schema : {};
    if (Array.isArray(written)) {
      return written.map((item, index) => replace(own(map, 'items'), item, [...path, index]));
    }
    if (!isSchemaMap(written)) return written;
    const properties = own(map, 'properties');
    const known = isSchemaMap(properties) ? properties : {};
    const result = {};
    for (const [key, inner] of Object.entries(written)) {
      put(result, key, replace(own(known, key), inner, [...path, key]));
    }
    return result;
  };
  return { value: replace(jsonSchema, value, []), templates };
}

/** A value that fits the type of a schema: its default, or one of its values, or its least, or what is typical. */
export function standIn(schema: unknown): unknown {
  if (!isSchemaMap(schema)) return TEXT;
  const choices = own(schema, 'anyOf') ?? own(schema, 'oneOf');
  if (Array.isArray(choices) && choices.length > 0) return standIn(choices[0]);
  if (Object.hasOwn(schema, 'default')) return schema.default;
  if (Object.hasOwn(schema, 'const')) return schema.const;
  const values = own(schema, 'enum');
  if (Array.isArray(values) && values.length > 0) return values[0];
  const type = own(schema, 'type');
  switch (Array.isArray(type) ? type[0] : type) {
    case 'integer':
    case 'number':
      return own(schema, 'minimum') ?? 0;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'object':
      return {};
    case 'null':
      return null;
    default:
      return TEXT;
  }
}

const TEXT = 'text';
