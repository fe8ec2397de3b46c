import { schemaForm } from './schema-form.ts';
import { isSchemaMap, own, put, type SchemaMap, type SchemaPath } from './schema-path.ts';

/** A flat schema, or the places of a JSON Schema that have no counterpart in one. */
export type FlatSchema =
  | { readonly ok: true; readonly flat: SchemaMap }
  | { readonly ok: false; readonly lost: readonly SchemaPath[] };

/** What a flat schema says by being one, or could only repeat. */
const SILENT = new Set(['type', 'properties', 'required', '$schema', 'title', 'description', '$comment']);

/** Turns a schema in either form into a flat one, as far as it has one. A flat schema comes back as it is. */
export function toFlat(schema: unknown): FlatSchema {
  if (!isSchemaMap(schema)) return { ok: false, lost: [[]] };
  if (schemaForm(schema) === 'flat') return { ok: true, flat: schema };
  const properties = own(schema, 'properties');
  const required = own(schema, 'required') ?? [];
  const lost = Object.keys(schema)
    .filter((key) => !SILENT.has(key) && !isOpen(key, schema[key]))
    .map((key): SchemaPath => [key]);
  if (!isSchemaMap(properties)) return { ok: false, lost: [...lost, ['properties']] };
  if (!isListOfNames(required)) return { ok: false, lost: [...lost, ['required']] };
  for (const [name, definition] of Object.entries(properties)) {
    // An entry without a type, or with several, is no entry of a flat schema.
    if (!isSchemaMap(definition) || typeof own(definition, 'type') !== 'string')
      lost.push(['properties', name]);
    // In an entry of a flat schema `required` is a flag of the entry; a list there is dropped.
    else if (Object.hasOwn(definition, 'required')) lost.push(['properties', name, 'required']);
  }
  for (const [index, name] of required.entries()) {
    if (!Object.hasOwn(properties, name)) lost.push(['required', index]);
  }
  return lost.length > 0 ? { ok: false, lost } : { ok: true, flat: flattened(properties, new Set(required)) };
}

const isOpen = (key: string, value: unknown) => key === 'additionalProperties' && value === true;

const isListOfNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

function flattened(properties: SchemaMap, required: ReadonlySet<string>): SchemaMap {
  const flat = {};
  for (const [name, definition] of Object.entries(properties)) {
    if (!isSchemaMap(definition)) continue;
    put(flat, name, required.has(name) ? { ...definition, required: true } : definition);
  }
  return flat;
}
