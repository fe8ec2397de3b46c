// Judges a value as draft 2020-12 does, as far as schemas of packs use it. What it does not know it lets pass, so that
// nothing is called wrong that the loader takes. Patterns are searched in linear time, which the common interpreters
// do not promise.
import { compilePattern, PatternTooCostly } from '@packwright/values';
import { isSchemaMap, own, type SchemaMap, type SchemaPath } from './schema-path.ts';

/** Why a value does not fit a schema. */
export interface ValueProblem {
  /** Where in the value. */
  readonly path: SchemaPath;
  /** What is wrong, to be read behind the name of the place: `is 5, above 3`. */
  readonly message: string;
  readonly hint?: string;
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

type Words = Pick<ValueProblem, 'message' | 'hint'>;

function* at(path: SchemaPath, found: Iterable<Words>): Generator<ValueProblem> {
  for (const words of found) yield { path, ...words };
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'null',
};

function typeMismatch(type: unknown, value: unknown): Words | undefined {
  const types = Array.isArray(type) ? type : [type];
  // An unknown word is a fault of the schema, not of the value.
  const known = types.filter((word): word is string => typeof word === 'string' && word in NOUNS);
  if (known.length < types.length || known.some((word) => isOfType(word, value))) return undefined;
  const wanted = known.map((word) => NOUNS[word]).join(' or ');
  return { message: `is ${shown(value)}, not ${wanted}`, hint: `write ${wanted}` };
}

const isNumeric = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'number':
      return isNumeric(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isSchemaMap(value);
    default:
      return value === null;
  }
}

/** What a value is, for "is …". */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return typeof value === 'object' ? 'a mapping' : String(value);
}

/** A value as an author could write it on one line. */
const written = (value: unknown) =>
  typeof value === 'string'
    ? value
    : (JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? 'null');

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);

function* checkChoice(schema: SchemaMap, value: unknown, path: SchemaPath): Generator<ValueProblem> {
  const values = own(schema, 'enum');
  if (Array.isArray(values) && !values.some((allowed) => isSame(allowed, value))) {
    const words = values.map(written);
    const hint = words.length > 0 && words.length <= 8 ? { hint: `write one of: ${words.join(', ')}` } : {};
    yield { path, message: `is ${shown(value)}, which is not one of its values`, ...hint };
  }
  if (Object.hasOwn(schema, 'const') && !isSame(schema.const, value)) {
    yield { path, message: `is ${shown(value)}, not ${written(schema.const)}` };
  }
}

function* textProblems(schema: SchemaMap, value: string): Generator<Words> {
  const length = [...value].length;
  yield* bounds(schema, length, 'minLength', 'maxLength', ['character', 'characters']);
  const pattern = own(schema, 'pattern');
  if (typeof pattern === 'string' && !occurs(pattern, value)) {
    yield { message: `is ${quoted(value)}, which does not match ${quoted(pattern)}` };
  }
}

function occurs(pattern: string, value: string): boolean {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return true;
  try {
    return compiled.pattern.test(value);
  } catch (error) {
    if (error instanceof PatternTooCostly) return true;
    throw error;
  }
}

function* numberProblems(schema: SchemaMap, value: number | bigint): Generator<Words> {
  const limit = (key: string) => {
    const found = own(schema, key);
    return isNumeric(found) ? found : undefined;
  };
  const [least, most] = [limit('minimum'), limit('maximum')];
  const [above, below] = [limit('exclusiveMinimum'), limit('exclusiveMaximum')];
  if (least !== undefined && value < least) yield { message: `is ${value}, below ${least}` };
  if (most !== undefined && value > most) yield { message: `is ${value}, above ${most}` };
  if (above !== undefined && value <= above) yield { message: `is ${value}, not above ${above}` };
  if (below !== undefined && value >= below) yield { message: `is ${value}, not below ${below}` };
  const step = limit('multipleOf');
  // Fractions of a step are left alone: 0.3 is no multiple of 0.1 to a computer.
  const isWhole = Number.isInteger(Number(step)) && Number.isInteger(Number(value));
  if (step !== undefined && step > 0 && isWhole && Number(value) % Number(step) !== 0) {
    yield { message: `is ${value}, not a multiple of ${step}` };
  }
}

function* bounds(
  schema: SchemaMap,
  count: number,
  leastKey: string,
  mostKey: string,
  [one, many]: readonly [string, string],
): Generator<Words> {
  const [least, most] = [own(schema, leastKey), own(schema, mostKey)];
  const unit = count === 1 ? one : many;
  if (typeof least === 'number' && count < least)
    yield { message: `has ${count} ${unit}, fewer than ${least}` };
  if (typeof most === 'number' && count > most) yield { message: `has ${count} ${unit}, more than ${most}` };
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
    value.slice(0, index).some((other) => isSame(other, item)),
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

/** Equality of JSON values: numbers by value, mappings whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: 3n and 3 are one number
  if (isNumeric(a) && isNumeric(b)) return a == b;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isSchemaMap(a) || !isSchemaMap(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
