import { pointerTo } from '../pointer.ts';
import { KEYWORDS } from './keywords.ts';

/** A schema that is not `true` or `false`. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** A schema within a schema, where it stands, and the keyword that holds it. */
export interface Subschema {
  readonly schema: unknown;
  readonly pointer: string;
  readonly keyword: string;
}

/** The schemas directly within a schema; values of the wrong type hold none. */
export function* subschemasOf(schema: SchemaObject, pointer: string): Generator<Subschema> {
  for (const [keyword, value] of Object.entries(schema)) {
    const kind = KEYWORDS.get(keyword);
    const at = pointerTo(pointer, keyword);
    if (kind === 'schema') yield { schema: value, pointer: at, keyword };
    const isHolder =
      kind === 'schemas' ? Array.isArray(value) : kind === 'schema-map' && isSchemaObject(value);
    if (!isHolder) continue;
    for (const [key, item] of Object.entries(value as object))
      yield { schema: item, pointer: pointerTo(at, key), keyword };
  }
}

/** A schema and all schemas in it, with their pointers. */
export function* schemasOf(
  schema: unknown,
  pointer = '',
): Generator<readonly [pointer: string, schema: unknown]> {
  yield [pointer, schema];
  if (!isSchemaObject(schema)) return;
  for (const inner of subschemasOf(schema, pointer)) yield* schemasOf(inner.schema, inner.pointer);
}

export function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
