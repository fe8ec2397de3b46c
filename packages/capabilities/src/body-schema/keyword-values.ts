import { type KeywordKind, TYPES } from './keywords.ts';
import { isSchemaObject } from './walk.ts';

const DIALECT = /^https:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;
const ANCHOR = /^[A-Za-z_][A-Za-z0-9._-]*$/;
const LONGEST_LIST = 1_000;

/** What the value of a keyword has to be, when it is something else. */
export function checkValue(kind: KeywordKind, value: unknown): string | undefined {
  const { expected, fits } = RULES[kind];
  return fits(value) ? undefined : expected;
}

interface Rule {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isListOf = (value: unknown, fits: (item: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.length <= LONGEST_LIST && value.every(fits);
const isTypeName = (value: unknown): boolean => TYPES.includes(value as string);
const isShortEnough = (value: unknown): boolean => isListOf(value, () => true);

const RULES: Readonly<Record<KeywordKind, Rule>> = {
  // The schemas themselves are looked at one by one.
  schema: { expected: 'a schema', fits: (value) => isSchemaObject(value) || typeof value === 'boolean' },
  schemas: {
    expected: 'a list of schemas',
    fits: (value) => isShortEnough(value) && (value as unknown[]).length > 0,
  },
  'schema-map': { expected: 'a mapping of schemas', fits: isSchemaObject },
  count: { expected: 'a whole number from 0', fits: isCount },
  number: { expected: 'a number', fits: isNumber },
  positive: { expected: 'a number above 0', fits: (value) => isNumber(value) && value > 0 },
  boolean: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
  pattern: { expected: 'a pattern in RE2 syntax', fits: isText },
  types: {
    expected: `one or a list of ${TYPES.join(', ')}`,
    fits: (value) => isTypeName(value) || (isListOf(value, isTypeName) && value.length > 0),
  },
  texts: { expected: 'a list of texts', fits: (value) => isListOf(value, isText) },
  'text-lists': {
    expected: 'a mapping of lists of texts',
    fits: (value) => isSchemaObject(value) && Object.values(value).every((item) => isListOf(item, isText)),
  },
  values: { expected: `a list of at most ${LONGEST_LIST} values`, fits: isShortEnough },
  value: { expected: 'a value', fits: () => true },
  reference: { expected: 'a reference such as "#/$defs/name"', fits: isText },
  anchor: {
    expected: 'a name of letters, digits, ".", "_" and "-"',
    fits: (value) => isText(value) && ANCHOR.test(value),
  },
  dialect: {
    expected: '"https://json-schema.org/draft/2020-12/schema"',
    fits: (value) => isText(value) && DIALECT.test(value),
  },
  identity: { expected: 'a URI', fits: isText },
  annotation: { expected: 'anything', fits: () => true },
};
