import { entriesOf } from '../../structure/entries-of.ts';
import { checkDefinition } from './check-definition.ts';
import { MERGE, typeSlip } from './keywords.ts';
import { schemaForm } from './schema-form.ts';
import { isSchemaMap, own, type SchemaMap } from './schema-path.ts';
import type { SchemaProblem } from './schema-problem.ts';

/** Everything wrong with a schema in either form, in the order of the text as far as it has one. */
export function* checkSchema(schema: unknown): Generator<SchemaProblem> {
  if (!isSchemaMap(schema)) {
    yield {
      kind: 'not-a-mapping',
      path: [],
      at: 'value',
      message: 'the schema is not a mapping',
      hint: 'write one entry per value, each with a `type`',
    };
    return;
  }
  // Without `properties` the loader takes it for flat, and its author for a JSON Schema all the same.
  const isJsonSchema = schemaForm(schema) === 'json-schema' || own(schema, 'type') === 'object';
  if (isJsonSchema) yield* checkJsonSchema(schema);
  else yield* checkFlat(schema);
}

function* checkFlat(schema: SchemaMap): Generator<SchemaProblem> {
  for (const [key, definition] of entriesOf(schema)) {
    const name = String(key);
    if (name === MERGE) {
      yield* mergedEntries(definition);
      continue;
    }
    if (!isSchemaMap(definition)) {
      yield {
        kind: 'entry-not-a-mapping',
        path: [name],
        at: 'value',
        message: `"${name}" is not described by a mapping`,
        hint: 'write a mapping with a `type`',
      };
      continue;
    }
    yield* checkType(definition, name);
    const required = own(definition, 'required');
    if (Array.isArray(required)) {
      yield {
        kind: 'idle-required',
        path: [name, 'required'],
        at: 'value',
        message: 'a list under `required` is dropped here, where the loader reads a flag',
        hint: 'write true or false; which names inside are required cannot be said at this level',
      };
    }
    if (required !== undefined && !Array.isArray(required) && typeof required !== 'boolean') {
      yield {
        kind: 'idle-flag',
        path: [name, 'required'],
        at: 'value',
        message: '`required` is not true or false, so it counts as false',
        hint: 'write true or false, without quotes',
      };
    }
    yield* requiredDefault(definition, name, required === true);
    yield* checkDefinition(definition, [name], 'entry');
  }
}

/** Entries that are merged in stay a single one of a strange name. */
function* mergedEntries(merged: unknown): Generator<SchemaProblem> {
  if (isSchemaMap(merged) && typeof own(merged, 'type') === 'string') return;
  yield {
    kind: 'missing-type',
    path: [MERGE],
    at: 'key',
    message: '"<<" is taken for an entry of this name: the loader does not expand it',
    hint: 'write the entries out',
  };
}

function* checkType(definition: SchemaMap, name: string): Generator<SchemaProblem> {
  const type = own(definition, 'type');
  if (typeof type === 'string') return;
  const slip = typeSlip(definition);
  if (slip !== undefined) {
    yield {
      kind: 'type-slip',
      path: [name, slip],
      at: 'key',
      message: `"${name}" has no type: "${slip}" is not a keyword of schemas`,
      hint: 'did you mean "type"?',
      replacement: 'type',
    };
    return;
  }
  if (Object.hasOwn(definition, MERGE)) {
    yield {
      kind: 'missing-type',
      path: [name, MERGE],
      at: 'key',
      message: `"${name}" has no type: the loader does not expand "<<"`,
      hint: 'write out what it stands for',
    };
    return;
  }
  const isWritten = Object.hasOwn(definition, 'type');
  yield {
    kind: 'missing-type',
    path: isWritten ? [name, 'type'] : [name],
    at: isWritten ? 'value' : 'key',
    message: isWritten ? `the type of "${name}" is not one word` : `"${name}" has no type`,
    hint: 'add one of: string, integer, number, boolean, array, object',
  };
}

function* requiredDefault(
  definition: SchemaMap,
  name: string,
  isRequired: boolean,
  path: readonly string[] = [name],
): Generator<SchemaProblem> {
  if (!isRequired || !Object.hasOwn(definition, 'default')) return;
  yield {
    kind: 'required-default',
    path: [...path, 'default'],
    at: 'key',
    message: `"${name}" is required, so its default never comes to bear`,
    hint: 'remove `required`, or the default',
  };
}

function* checkJsonSchema(schema: SchemaMap): Generator<SchemaProblem> {
  yield {
    kind: 'json-schema-form',
    path: ['type'],
    at: 'key',
    message: 'this is a JSON Schema, where one entry per value is expected',
    hint: 'write the entries of `properties` here, with `required: true` where one is required',
  };
  const { properties, required } = schema;
  if (isSchemaMap(properties)) {
    const names = new Set(Array.isArray(required) ? required : []);
    for (const [name, definition] of Object.entries(properties)) {
      if (isSchemaMap(definition))
        yield* requiredDefault(definition, name, names.has(name), ['properties', name]);
    }
  }
  yield* checkDefinition(schema, [], 'schema');
}
