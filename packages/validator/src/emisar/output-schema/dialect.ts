// What draft 2020-12 asks of each keyword. A test holds it against the published meta-schema.
import { closest, compilePattern, type ExactJson } from '@packwright/values';
import { quote } from '../arguments/quote.ts';
import { isList, numberOf } from './limits.ts';
import type { OutputSchemaProblem, SchemaPath } from './problem.ts';

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** Says what a keyword's value is not; nothing when it is right. */
type Complaint = (value: ExactJson) => string | undefined;

const text: Complaint = (value) => (typeof value === 'string' ? undefined : 'is not a string');
const flag: Complaint = (value) => (typeof value === 'boolean' ? undefined : 'is not true or false');
const list: Complaint = (value) => (isList(value) ? undefined : 'is not a list');
const number: Complaint = (value) => (numberOf(value) === undefined ? 'is not a number' : undefined);
const count: Complaint = (value) => {
  const found = numberOf(value);
  return found !== undefined && Number.isInteger(found) && found >= 0
    ? undefined
    : 'is not a whole number from 0 up';
};
const names: Complaint = (value) => {
  if (!isList(value) || !value.every((item) => typeof item === 'string')) return 'is not a list of strings';
  return new Set(value).size === value.length ? undefined : 'names something twice';
};
const namesByKey: Complaint = (value) => {
  if (!(value instanceof Map)) return 'is not a mapping';
  return [...value.values()].some((item) => names(item) !== undefined)
    ? 'holds something that is no list of strings'
    : undefined;
};
const types: Complaint = (value) => {
  const found = typeof value === 'string' ? [value] : value;
  if (!isList(found) || found.length === 0) return 'is not a type or a list of types';
  const wrong = found.find((item) => typeof item !== 'string' || !TYPES.includes(item));
  if (wrong !== undefined)
    return typeof wrong === 'string' ? notAType(wrong) : 'is not a type or a list of types';
  return new Set(found).size === found.length ? undefined : 'names a type twice';
};
const anchor: Complaint = (value) =>
  typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value) ? undefined : 'is not an anchor';
const pattern: Complaint = (value) => {
  if (typeof value !== 'string') return 'is not a string';
  const compiled = compilePattern(value);
  return compiled.ok ? undefined : `${quote(value)} ${compiled.reason}`;
};

function notAType(found: string): string {
  const near = closest(found, TYPES);
  return `${quote(found)} is not a type${near === undefined ? '' : `; did you mean ${quote(near)}?`}`;
}

const PLAIN_KEYWORDS: ReadonlyMap<string, Complaint> = new Map<string, Complaint>([
  ...['$comment', 'title', 'description', 'format'].map((key) => [key, text] as const),
  ...['uniqueItems', 'deprecated', 'readOnly', 'writeOnly'].map((key) => [key, flag] as const),
  ...['enum', 'examples'].map((key) => [key, list] as const),
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((key) => [key, number] as const),
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'].map(
    (key) => [key, count] as const,
  ),
  ...['minProperties', 'maxProperties'].map((key) => [key, count] as const),
  ['required', names],
  ['dependentRequired', namesByKey],
  ['type', types],
  ['pattern', pattern],
  ['$recursiveAnchor', anchor],
]);
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
  if (!(schema instanceof Map)) {
    const message = 'a schema is a mapping, or true or false';
    yield { kind: 'not-a-schema', path, at: 'value', message };
    return;
  }
  for (const [key, value] of schema as ReadonlyMap<string, ExactJson>) {
    const place = [...path, key];
    const complaint = PLAIN_KEYWORDS.get(key)?.(value);
    if (complaint !== undefined) {
      const kind = key === 'pattern' && typeof value === 'string' ? 'pattern-syntax' : 'not-a-schema';
      yield { kind, path: place, at: 'value', message: `\`${key}\` ${complaint}` };
    }
    if (key === '$ref') yield* checkReference(value, definitions, place);
    else yield* checkInner(key, value, definitions, place);
  }
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
    if (!(value instanceof Map)) yield notSchemas(path, `\`${key}\` is not a mapping of schemas`);
    else
      for (const [name, item] of value as ReadonlyMap<string, ExactJson>)
        yield* checkNamed(key, name, item, definitions, [...path, name]);
  }
}

function* checkNamed(
  keyword: string,
  name: string,
  value: ExactJson,
  definitions: ReadonlySet<string>,
  path: SchemaPath,
): Generator<OutputSchemaProblem> {
  const complaint = keyword === 'patternProperties' ? pattern(name) : undefined;
  if (complaint !== undefined)
    yield { kind: 'pattern-syntax', path, at: 'key', message: `the pattern ${complaint}` };
  if (keyword === 'dependencies' && isList(value)) {
    const wrong = names(value);
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
