// Judges a value as draft 2020-12 does, as far as schemas of packs use it. What it does not know it lets pass, so that
// nothing is called wrong that the loader takes. Patterns are searched in linear time, which the common interpreters
// do not promise.
import { areEqual } from './equal-values.ts';
import { isSchemaMap, own, type SchemaMap, type SchemaPath } from './schema-path.ts';
import { bounds, numberProblems, textProblems } from './simple-problems.ts';
import { isNumeric, typeMismatch } from './value-type.ts';
import { quoted, shown, type ValueWords, written } from './value-words.ts';

/** Why a value does not fit a schema. */
export interface ValueProblem extends ValueWords {
  /** Where in the value. */
  readonly path: SchemaPath;
  /** The name that is missing there, where that is the fault. */
  readonly missing?: string;
}

const MOST_STEPS = 100_000;

/** Every reason why a value does not fit a schema, or nothing when it fits. */
export function* checkValue(schema: unknown, value: unknown): Generator<ValueProblem> {
  yield* check(schema, value, [], { left: MOST_STEPS });
}

interface Budget {
  left: number;
}

function* check(schema: unknown, value: unknown, path: SchemaPath, budget: Budget): Generator<ValueProblem> {
  if (schema === false) yield { path, message: 'is not allowed here' };
  // Where schemas refer to themselves or the value is huge, the rest is let pass.
  if (!isSchemaMap(schema) || --budget.left < 0) return;
  const mismatch = typeMismatch(own(schema, 'type'), value);
  if (mismatch) {
    yield { path, ...mismatch };
    return;
  }
  yield* checkChoice(schema, value, path);
  if (typeof value === 'string') yield* at(path, textProblems(schema, value));
  if (isNumeric(value)) yield* at(path, numberProblems(schema, value));
  if (Array.isArray(value)) yield* checkList(schema, value, path, budget);
  if (isSchemaMap(value)) yield* checkMapping(schema, value, path, budget);
  yield* checkCombined(schema, value, path, budget);
}

function* at(path: SchemaPath, found: Iterable<ValueWords>): Generator<ValueProblem> {
  for (const words of found) yield { path, ...words };
}

function* checkChoice(schema: SchemaMap, value: unknown, path: SchemaPath): Generator<ValueProblem> {
  const values = own(schema, 'enum');
  if (Array.isArray(values) && !values.some((allowed) => areEqual(allowed, value))) {
    const words = values.map(written);
    const hint = words.length > 0 && words.length <= 8 ? { hint: `write one of: ${words.join(', ')}` } : {};
    yield { path, message: `is ${shown(value)}, which is not one of its values`, ...hint };
  }
  if (Object.hasOwn(schema, 'const') && !areEqual(schema.const, value)) {
    yield { path, message: `is ${shown(value)}, not ${written(schema.const)}` };
  }
}

function* checkList(
  schema: SchemaMap,
  value: readonly unknown[],
  path: SchemaPath,
  budget: Budget,
): Generator<ValueProblem> {
  yield* at(path, bounds(schema, value.length, 'minItems', 'maxItems', ['entry', 'entries']));
  const first = own(schema, 'prefixItems');
  const prefix = Array.isArray(first) ? first : [];
  for (const [index, item] of value.entries()) {
    const inner = index < prefix.length ? prefix[index] : own(schema, 'items');
    yield* check(inner, item, [...path, index], budget);
  }
  if (own(schema, 'uniqueItems') !== true || value.length > 1000) return;
  const repeated = value.findIndex((item, index) =>
    value.slice(0, index).some((other) => areEqual(other, item)),
  );
  if (repeated >= 0) yield { path: [...path, repeated], message: 'is in the list twice' };
}

function* checkMapping(
  schema: SchemaMap,
  value: SchemaMap,
  path: SchemaPath,
  budget: Budget,
): Generator<ValueProblem> {
  const keys = Object.keys(value);
  yield* at(path, bounds(schema, keys.length, 'minProperties', 'maxProperties', ['key', 'keys']));
  const required = own(schema, 'required');
  for (const name of Array.isArray(required) ? required : []) {
    if (typeof name === 'string' && !Object.hasOwn(value, name)) {
      yield { path, message: `has no ${quoted(name)}`, hint: `add \`${name}\``, missing: name };
    }
  }
  const properties = own(schema, 'properties');
  const known = isSchemaMap(properties) ? properties : {};
  const hasPatterns = isSchemaMap(own(schema, 'patternProperties'));
  for (const key of keys) {
    if (Object.hasOwn(known, key)) yield* check(known[key], value[key], [...path, key], budget);
    else if (!hasPatterns)
      yield* check(own(schema, 'additionalProperties'), value[key], [...path, key], budget);
  }
}

function* checkCombined(
  schema: SchemaMap,
  value: unknown,
  path: SchemaPath,
  budget: Budget,
): Generator<ValueProblem> {
  const fits = (inner: unknown) => check(inner, value, path, budget).next().done === true;
  for (const inner of branches(schema, 'allOf')) yield* check(inner, value, path, budget);
  const any = branches(schema, 'anyOf');
  if (any.length > 0 && !any.some(fits))
    yield { path, message: `is ${shown(value)}, which fits no branch of \`anyOf\`` };
  const one = branches(schema, 'oneOf');
  const fitting = one.filter(fits).length;
  if (one.length > 0 && fitting !== 1) {
    yield { path, message: `is ${shown(value)}, which fits ${fitting} branches of \`oneOf\` and not one` };
  }
  const not = own(schema, 'not');
  if (isSchemaMap(not) && !hasReference(not) && fits(not)) {
    yield { path, message: `is ${shown(value)}, which \`not\` rules out` };
  }
}

// A branch behind a reference is not followed, so nothing can be said of how many fit.
function branches(schema: SchemaMap, key: string): readonly unknown[] {
  const found = own(schema, key);
  return Array.isArray(found) && !found.some(hasReference) ? found : [];
}

const hasReference = (schema: unknown): boolean => isSchemaMap(schema) && Object.hasOwn(schema, '$ref');
