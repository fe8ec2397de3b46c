import { closest } from '@packwright/values';
import { checkValue } from './check-value.ts';
import {
  FLAGS,
  KEYWORDS,
  MERGE,
  namesComplaint,
  patternFault,
  TYPES,
  typeMeantBy,
  typeSlip,
} from './keywords.ts';
import { isSchemaMap, own, type SchemaMap, type SchemaPath } from './schema-path.ts';
import type { SchemaProblem } from './schema-problem.ts';
import { isTemplate } from './stand-ins.ts';

const ONE_SCHEMA = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
];
const LISTED = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const NAMED = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];

/**
 * Judges a definition and every schema inside it: keywords, types and defaults. `entry` is one of a flat schema, where
 * `required` is a flag and has been looked at; everywhere else it is a list of names.
 */
export function* checkDefinition(
  definition: SchemaMap,
  path: SchemaPath,
  place: 'entry' | 'schema',
): Generator<SchemaProblem> {
  const slip = place === 'entry' ? typeSlip(definition) : undefined;
  for (const [key, value] of Object.entries(definition)) {
    const at = [...path, key];
    // Both are told by others.
    if (key === slip || key === MERGE) continue;
    if (key === 'type') yield* checkType(value, at);
    else if (key === 'required') {
      if (place === 'schema') yield* checkRequired(definition, value, at);
    } else if (key === 'default') yield* checkDefault(definition, value, at);
    else if (key === 'secret') yield* checkSecret(value, at);
    else yield* checkKeyword(key, value, at);
    yield* checkInside(key, value, at);
  }
}

/** Anything but true keeps a value in the open. */
function* checkSecret(value: unknown, path: SchemaPath): Generator<SchemaProblem> {
  if (typeof value === 'boolean') return;
  yield {
    kind: 'idle-flag',
    path,
    at: 'value',
    message: '`secret` is not true or false, so the value is kept and shown like any other',
    hint: 'write true or false, without quotes',
  };
}

function* checkType(value: unknown, path: SchemaPath): Generator<SchemaProblem> {
  for (const [index, word] of (Array.isArray(value) ? value : [value]).entries()) {
    if (typeof word !== 'string' || TYPES.some((type) => type === word)) continue;
    const meant = typeMeantBy(word) ?? closest(word, TYPES);
    yield {
      kind: 'unknown-type',
      path: Array.isArray(value) ? [...path, index] : path,
      at: 'value',
      message: `"${word}" is not a type`,
      hint: meant === undefined ? `write one of: ${TYPES.join(', ')}` : `did you mean "${meant}"?`,
      ...(meant !== undefined && { replacement: meant }),
    };
  }
}

function* checkRequired(definition: SchemaMap, value: unknown, path: SchemaPath): Generator<SchemaProblem> {
  const complaint = namesComplaint(value);
  if (complaint !== undefined) {
    yield {
      kind: 'uncompilable',
      path,
      at: 'value',
      message: `\`required\` ${complaint}, so the schema does not compile`,
      hint: 'in here, list the required names beside `properties`',
    };
    return;
  }
  const properties = own(definition, 'properties');
  if (!isSchemaMap(properties)) return;
  for (const [index, name] of (value as readonly string[]).entries()) {
    if (Object.hasOwn(properties, name)) continue;
    const near = closest(name, Object.keys(properties));
    yield {
      kind: 'idle-required',
      path: [...path, index],
      at: 'value',
      message: `"${name}" is required and not described`,
      hint: near === undefined ? 'describe it under `properties`' : `did you mean "${near}"?`,
    };
  }
}

function* checkDefault(definition: SchemaMap, value: unknown, path: SchemaPath): Generator<SchemaProblem> {
  // Null says that there is none: a parameter that is null counts as not sent.
  if (value === null || isTemplate(value)) return;
  for (const problem of checkValue(definition, value)) {
    yield {
      kind: 'unfit-default',
      path: [...path, ...problem.path],
      at: 'value',
      message: `the default ${problem.message}`,
      ...(problem.hint !== undefined && { hint: problem.hint }),
    };
  }
}

function* checkKeyword(key: string, value: unknown, path: SchemaPath): Generator<SchemaProblem> {
  if (FLAGS.includes(key) || key.startsWith('x-')) return;
  const complaintOf = KEYWORDS.get(key);
  if (!complaintOf) {
    const near = closest(key, KEYWORDS.keys());
    yield {
      kind: 'ignored-keyword',
      path,
      at: 'key',
      message: `"${key}" has no effect: it is not a keyword of schemas`,
      hint: near === undefined ? 'remove it' : `did you mean "${near}"?`,
      ...(near !== undefined && { replacement: near }),
    };
    return;
  }
  const complaint = complaintOf(value);
  if (complaint === undefined) return;
  yield {
    kind: 'uncompilable',
    path,
    at: 'value',
    message: `\`${key}\` ${complaint}, so the schema does not compile`,
    ...(key === 'pattern' && remedyFor(value)),
  };
}

function remedyFor(pattern: unknown): Pick<SchemaProblem, 'hint' | 'part'> {
  const place = typeof pattern === 'string' ? patternFault(pattern)?.place : undefined;
  return {
    hint: 'write a regular expression, with a backslash before a character that stands for itself',
    ...(place && { part: place }),
  };
}

function* checkInside(key: string, value: unknown, path: SchemaPath): Generator<SchemaProblem> {
  if (ONE_SCHEMA.includes(key) && isSchemaMap(value)) yield* checkDefinition(value, path, 'schema');
  if (LISTED.includes(key) && Array.isArray(value)) {
    for (const [index, inner] of value.entries()) {
      if (isSchemaMap(inner)) yield* checkDefinition(inner, [...path, index], 'schema');
    }
  }
  if (!NAMED.includes(key) || !isSchemaMap(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    if (isSchemaMap(inner)) yield* checkDefinition(inner, at, 'schema');
    else if (typeof inner !== 'boolean') {
      yield {
        kind: 'uncompilable',
        path: at,
        at: 'value',
        message: `"${name}" is not described by a mapping, so the schema does not compile`,
        hint: 'write a mapping with a `type`',
      };
    }
  }
}
