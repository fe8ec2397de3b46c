// What draft 2020-12, by which the loader compiles schemas, says of the value of each keyword.
import { closest, compilePattern, type PatternPlace } from '@packwright/values';
import { isSchemaMap, type SchemaMap } from './schema-path.ts';

export const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'] as const;

/** Says what a keyword's value is not; nothing when it is right. */
type Complaint = (value: unknown) => string | undefined;

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint';
const areNames = (value: unknown) =>
  Array.isArray(value) &&
  value.every((name) => typeof name === 'string') &&
  new Set(value).size === value.length;

const text: Complaint = (value) => (typeof value === 'string' ? undefined : 'is not text');
const flag: Complaint = (value) => (typeof value === 'boolean' ? undefined : 'is not true or false');
const list: Complaint = (value) => (Array.isArray(value) ? undefined : 'is not a list');
const number: Complaint = (value) => (isNumber(value) ? undefined : 'is not a number');
const step: Complaint = (value) =>
  isNumber(value) && Number(value) > 0 ? undefined : 'is not a number above 0';
const count: Complaint = (value) => (isCount(value) ? undefined : 'is not a whole number from 0');
const names: Complaint = (value) => (areNames(value) ? undefined : 'is not a list of different names');
const namesByKey: Complaint = (value) =>
  isSchemaMap(value) && Object.values(value).every(areNames)
    ? undefined
    : 'is not a mapping to lists of names';
const schema: Complaint = (value) =>
  isSchemaMap(value) || typeof value === 'boolean' ? undefined : 'is not a schema';
const schemas: Complaint = (value) => (isSchemaMap(value) ? undefined : 'is not a mapping of schemas');
const choices: Complaint = (value) =>
  Array.isArray(value) && value.length > 0 ? undefined : 'is not a list of schemas';
const anything: Complaint = () => undefined;

const pattern: Complaint = (value) =>
  typeof value === 'string' ? patternFault(value)?.complaint : 'is not text';

/** Why a text is no pattern, and the part at fault where that is known. */
export interface PatternFault {
  readonly complaint: string;
  readonly place?: PatternPlace | undefined;
}

/** Why the loader does not read a text as a pattern; undefined for one that it reads. */
export function patternFault(text: string): PatternFault | undefined {
  const compiled = compilePattern(text);
  if (compiled.ok || isScriptPattern(text)) return undefined;
  const { fault, reason, place } = compiled;
  // Not what is wrong here, but where the reading stopped.
  if (fault === 'lookaround' || fault === 'backreference') return { complaint: 'is no regular expression' };
  return { complaint: reason, place };
}

/** The loader reads lookaround and references too, which `compilePattern` leaves to others. */
function isScriptPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== undefined;
  } catch {
    return false;
  }
}

/** Every keyword, and what is wrong with its value. `type` and `required` are looked at where they stand. */
export const KEYWORDS: ReadonlyMap<string, Complaint> = new Map<string, Complaint>([
  ...keys(text, 'description title format $schema $id $ref $anchor $dynamicRef $dynamicAnchor $comment'),
  ...keys(text, 'contentEncoding contentMediaType'),
  ...keys(flag, 'uniqueItems deprecated readOnly writeOnly'),
  ...keys(list, 'enum examples'),
  ...keys(number, 'minimum maximum exclusiveMinimum exclusiveMaximum'),
  ...keys(step, 'multipleOf'),
  ...keys(count, 'minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains'),
  ...keys(namesByKey, 'dependentRequired'),
  ...keys(schema, 'items additionalProperties unevaluatedItems unevaluatedProperties propertyNames contains'),
  ...keys(schema, 'not if then else contentSchema'),
  ...keys(schemas, 'properties patternProperties dependentSchemas $defs definitions'),
  ...keys(choices, 'allOf anyOf oneOf prefixItems'),
  ...keys(anything, 'type required const default dependencies $vocabulary'),
  ...keys(pattern, 'pattern'),
]);

/** Attune's own keys of a definition; the loader takes them out where it reads them. */
export const FLAGS: readonly string[] = ['required', 'secret', 'position', 'key_ref'];

function keys(complaint: Complaint, words: string): (readonly [string, Complaint])[] {
  return words.split(' ').map((word) => [word, complaint] as const);
}

/** What is wrong with a list of required names. */
export const namesComplaint: Complaint = names;

const MEANT = new Map<string, (typeof TYPES)[number]>(
  Object.entries({
    int: 'integer',
    long: 'integer',
    str: 'string',
    text: 'string',
    bool: 'boolean',
    float: 'number',
    double: 'number',
    decimal: 'number',
    list: 'array',
    tuple: 'array',
    dict: 'object',
    map: 'object',
    mapping: 'object',
    hash: 'object',
    none: 'null',
  } as const),
);

/** The type that a word of another language most likely stands for. */
export const typeMeantBy = (word: string): (typeof TYPES)[number] | undefined =>
  MEANT.get(word.toLowerCase());

/** The key by which other loaders merge mappings; this one reads it like any other (spec 2.6). */
export const MERGE = '<<';

/** The key of a definition without a type that is nearly `type`, if there is one. */
export function typeSlip(definition: SchemaMap): string | undefined {
  if (Object.hasOwn(definition, 'type')) return undefined;
  return Object.keys(definition).find(
    (key) => !KEYWORDS.has(key) && !FLAGS.includes(key) && closest(key, ['type']) !== undefined,
  );
}
