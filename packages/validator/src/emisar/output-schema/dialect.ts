// What draft 2020-12 asks of a schema. A test holds it against the published meta-schema.
import { closest, type ExactJson } from '@packwright/values';
import { quote } from '../arguments/quote.ts';
import { isList, isObject } from './json-parts.ts';
import { namesComplaint, patternComplaint, patternHint, typeHint, valueComplaint } from './keyword-values.ts';
import type { OutputSchemaProblem, SchemaPath } from './problem.ts';

const ONE_SCHEMA = new Set([
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
const SCHEMAS_IN_LIST = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const SCHEMAS_BY_KEY = new Set([
  '$defs',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/** Checks a schema and every schema in it by the meta-schema, patterns and references included. */
export function* checkDialect(
  schema: ExactJson,
  definitions: ReadonlySet<string>,
  path: SchemaPath = [],
): Generator<OutputSchemaProblem> {
  if (typeof schema === 'boolean') return;
  if (!isObject(schema)) {
    const message = 'a schema is a mapping, or true or false';
    yield { kind: 'not-a-schema', path, at: 'value', message };
    return;
  }
  for (const [key, value] of schema) {
    const place = [...path, key];
    const complaint = valueComplaint(key, value);
    if (complaint !== undefined) yield wrongValue(key, value, place, complaint);
    if (key === '$ref') yield* checkReference(value, definitions, place);
    else yield* checkInner(key, value, definitions, place);
  }
}

function wrongValue(key: string, value: ExactJson, path: SchemaPath, complaint: string): OutputSchemaProblem {
  const kind = key === 'pattern' && typeof value === 'string' ? 'pattern-syntax' : 'not-a-schema';
  const hint = hintFor(key, value);
  return {
    kind,
    path,
    at: 'value',
    message: `\`${key}\` ${complaint}`,
    hint,
  };
}

function hintFor(key: string, value: ExactJson): string | undefined {
  if (key === 'type') return typeHint(value);
  return key === 'pattern' && typeof value === 'string' ? patternHint(value) : undefined;
}

function* checkReference(
  value: ExactJson,
  definitions: ReadonlySet<string>,
  path: SchemaPath,
): Generator<OutputSchemaProblem> {
  const name = typeof value === 'string' && value.startsWith('#/$defs/') ? value.slice(8) : undefined;
  if (name === undefined || definitions.has(name)) return;
  const near = closest(name, definitions);
  const hint = near === undefined ? 'add it under `$defs`' : `did you mean "#/$defs/${near}"?`;
  yield {
    kind: 'dangling-reference',
    path,
    at: 'value',
    message: `\`$defs\` has no entry ${quote(name)}`,
    hint,
  };
}

function* checkInner(
  key: string,
  value: ExactJson,
  definitions: ReadonlySet<string>,
  path: SchemaPath,
): Generator<OutputSchemaProblem> {
  if (ONE_SCHEMA.has(key)) {
    yield* checkDialect(value, definitions, path);
  } else if (SCHEMAS_IN_LIST.has(key)) {
    if (!isList(value) || value.length === 0) yield notSchemas(path, `\`${key}\` is not a list of schemas`);
    else
      for (const [index, item] of value.entries()) yield* checkDialect(item, definitions, [...path, index]);
  } else if (SCHEMAS_BY_KEY.has(key)) {
    if (!isObject(value)) yield notSchemas(path, `\`${key}\` is not a mapping of schemas`);
    else for (const [name, item] of value) yield* checkNamed(key, name, item, definitions, [...path, name]);
  }
}

function* checkNamed(
  keyword: string,
  name: string,
  value: ExactJson,
  definitions: ReadonlySet<string>,
  path: SchemaPath,
): Generator<OutputSchemaProblem> {
  const complaint = keyword === 'patternProperties' ? patternComplaint(name) : undefined;
  if (complaint !== undefined) {
    const message = `the pattern ${complaint}`;
    yield { kind: 'pattern-syntax', path, at: 'key', message, hint: patternHint(name) };
  }
  if (keyword === 'dependencies' && isList(value)) {
    const wrong = namesComplaint(value);
    if (wrong !== undefined) yield notSchemas(path, `${quote(name)} ${wrong}`);
    return;
  }
  yield* checkDialect(value, definitions, path);
}

const notSchemas = (path: SchemaPath, message: string): OutputSchemaProblem => ({
  kind: 'not-a-schema',
  path,
  at: 'value',
  message,
});
