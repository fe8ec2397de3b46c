import { schemaForm } from './schema-form.ts';
import { isSchemaMap, own, put, type SchemaMap } from './schema-path.ts';

/**
 * A schema in either form as a JSON Schema. Nothing is lost: flags such as `secret` stay where they are, which JSON
 * Schema takes for remarks, and `required: true` becomes a name in the list of the mapping around it, at any depth.
 * A JSON Schema comes back as it is; what is no mapping as the schema that takes everything.
 */
export function toJsonSchema(schema: unknown): SchemaMap {
  if (!isSchemaMap(schema)) return {};
  if (schemaForm(schema) === 'json-schema') return schema;
  return { type: 'object', ...lifted(schema, withNestedLists) };
}

/**
 * The JSON Schema by which the loader judges values (spec 1.13): the flags are gone, only the outermost `required: true`
 * counts, and further keys are allowed.
 */
export function toLoaderSchema(schema: unknown): SchemaMap {
  if (!isSchemaMap(schema)) return {};
  if (schemaForm(schema) === 'json-schema') return schema;
  return { type: 'object', ...lifted(schema, withoutFlags) };
}

type Change = (definition: SchemaMap) => SchemaMap;

/** `properties` and the list of those that are required. */
function lifted(map: SchemaMap, change: Change): { properties: SchemaMap; required?: string[] } {
  const properties = {};
  const required: string[] = [];
  for (const [name, definition] of Object.entries(map)) {
    // The loader passes over entries that are no mappings.
    if (!isSchemaMap(definition)) continue;
    if (own(definition, 'required') === true) required.push(name);
    put(properties, name, change(definition));
  }
  return required.length > 0 ? { properties, required } : { properties };
}

const withoutFlags: Change = (definition) => without(definition, ['required', 'secret', 'position']);

function withNestedLists(definition: SchemaMap): SchemaMap {
  const isFlag = typeof own(definition, 'required') === 'boolean';
  const result: Record<string, unknown> = without(definition, isFlag ? ['required'] : []);
  const inner = own(result, 'properties');
  if (isSchemaMap(inner)) {
    const { properties, required } = lifted(inner, withNestedLists);
    put(result, 'properties', withStrays(inner, properties));
    if (required && !Object.hasOwn(result, 'required')) put(result, 'required', required);
  }
  const items = own(result, 'items');
  if (isSchemaMap(items)) put(result, 'items', withNestedLists(items));
  return result;
}

/** Inside a definition every entry is a schema of its own, `true` and `false` among them. */
function withStrays(written: SchemaMap, changed: SchemaMap): SchemaMap {
  const result = {};
  for (const [name, definition] of Object.entries(written)) {
    put(result, name, Object.hasOwn(changed, name) ? changed[name] : definition);
  }
  return result;
}

function without(map: SchemaMap, keys: readonly string[]): Record<string, unknown> {
  const result = {};
  for (const [key, value] of Object.entries(map)) if (!keys.includes(key)) put(result, key, value);
  return result;
}
