import { schemaForm } from './schema-form.ts';
import { isSchemaMap, own, type SchemaMap } from './schema-path.ts';

/** A step of a path into a value: a key, or every entry of a list. */
export type ValueStep = string | typeof EVERY_ENTRY;

/** Every entry of a list. */
export const EVERY_ENTRY: unique symbol = Symbol('every entry');

/**
 * The places of a value that a schema in either form calls secret, in the author's order. What is inside a secret is
 * not listed again.
 */
export function secretPaths(schema: unknown): readonly (readonly ValueStep[])[] {
  if (!isSchemaMap(schema)) return [];
  const inner = schemaForm(schema) === 'json-schema' ? own(schema, 'properties') : schema;
  return isSchemaMap(inner) ? [...inEntries(inner, [])] : [];
}

/** Whether a place of a value is secret: it is called so, or lies inside a place that is. */
export function isSecretPath(schema: unknown, path: readonly (string | number)[]): boolean {
  return secretPaths(schema).some(
    (secret) => secret.length <= path.length && secret.every((step, at) => fits(step, path[at])),
  );
}

function fits(step: ValueStep, written: string | number | undefined): boolean {
  return step === EVERY_ENTRY ? /^\d+$/.test(String(written)) : step === String(written);
}

function* inEntries(entries: SchemaMap, path: readonly ValueStep[]): Generator<readonly ValueStep[]> {
  for (const [name, definition] of Object.entries(entries)) yield* inDefinition(definition, [...path, name]);
}

function* inDefinition(definition: unknown, path: readonly ValueStep[]): Generator<readonly ValueStep[]> {
  if (!isSchemaMap(definition)) return;
  if (own(definition, 'secret') === true) {
    yield path;
    return;
  }
  const properties = own(definition, 'properties');
  if (isSchemaMap(properties)) yield* inEntries(properties, path);
  yield* inDefinition(own(definition, 'items'), [...path, EVERY_ENTRY]);
}
