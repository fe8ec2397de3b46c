// What draft 2020-12 asks of the values of keywords that hold no schemas.
import { closest, compilePattern, type ExactJson } from '@packwright/values';
import { quote } from '../arguments/quote.ts';
import { patternRemedy } from '../pattern-remedy.ts';
import { isList, isObject, numberOf } from './json-parts.ts';

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
export const namesComplaint: Complaint = (value) => {
  if (!isList(value) || !value.every((item) => typeof item === 'string')) return 'is not a list of strings';
  return new Set(value).size === value.length ? undefined : 'names something twice';
};
const namesByKey: Complaint = (value) => {
  if (!isObject(value)) return 'is not a mapping';
  return [...value.values()].some((item) => namesComplaint(item) !== undefined)
    ? 'holds something that is no list of strings'
    : undefined;
};
const types: Complaint = (value) => {
  const found = typeof value === 'string' ? [value] : value;
  if (!isList(found) || found.length === 0) return 'is not a type or a list of types';
  const wrong = found.find((item) => typeof item !== 'string' || !TYPES.includes(item));
  if (typeof wrong === 'string') return `is ${quote(wrong)}, which is not a type`;
  if (wrong !== undefined) return 'is not a type or a list of types';
  return new Set(found).size === found.length ? undefined : 'names a type twice';
};
const anchor: Complaint = (value) =>
  typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value) ? undefined : 'is not an anchor';
export const patternComplaint: Complaint = (value) => {
  if (typeof value !== 'string') return 'is not a string';
  const compiled = compilePattern(value);
  return compiled.ok ? undefined : `${quote(value)} ${compiled.reason}`;
};

const PLAIN_KEYWORDS: ReadonlyMap<string, Complaint> = new Map<string, Complaint>([
  ...['$comment', 'title', 'description', 'format'].map((key) => [key, text] as const),
  ...['uniqueItems', 'deprecated', 'readOnly', 'writeOnly'].map((key) => [key, flag] as const),
  ...['enum', 'examples'].map((key) => [key, list] as const),
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((key) => [key, number] as const),
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains'].map(
    (key) => [key, count] as const,
  ),
  ...['minProperties', 'maxProperties'].map((key) => [key, count] as const),
  ['required', namesComplaint],
  ['dependentRequired', namesByKey],
  ['type', types],
  ['pattern', patternComplaint],
  ['$recursiveAnchor', anchor],
]);

/** What is wrong with the value of a keyword, to be read behind its name; nothing when it is right or holds schemas. */
export function valueComplaint(keyword: string, value: ExactJson): string | undefined {
  return PLAIN_KEYWORDS.get(keyword)?.(value);
}

/** What to do about a pattern that RE2 refuses. */
export function patternHint(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  return compiled.ok ? undefined : patternRemedy(compiled.fault, 'output-schema');
}

/** What to write for a `type` that is none: the nearest one, or one of all. */
export function typeHint(value: ExactJson): string {
  const found = isList(value) ? value : [value];
  const wrong = found.find((item) => typeof item !== 'string' || !TYPES.includes(item));
  if (wrong === undefined && found.length > 0) return 'name each type once';
  const near = typeof wrong === 'string' ? closest(wrong, TYPES) : undefined;
  return near === undefined ? `use one of ${TYPES.join(', ')}` : `did you mean "${near}"?`;
}
