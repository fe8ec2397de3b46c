import { expect, test } from 'vitest';
import { checkDeclaration } from './check-declaration.ts';
import type { ArgumentDeclaration } from './declaration.ts';

type Rules = Omit<ArgumentDeclaration, 'name'>;

function problems(declaration: unknown): readonly string[] {
  return [...checkDeclaration(declaration as ArgumentDeclaration)].map(({ kind, path, message, hint }) => {
    return `${path.join('.')} ${kind}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
  });
}

test.each<[Rules]>([
  [{ type: 'string' }],
  [{ type: 'string', validation: {} }],
  [{ type: 'string', validation: null, default: null, required: true }],
  [
    {
      type: 'duration',
      validation: { enum: [], allowed_paths: [], min_duration: '-1h', max_duration: '7d' },
    },
  ],
  [{ type: 'integer', validation: { enum: [], allowed: [80, 9007199254740993n], pattern: '' } }],
  [{ type: 'integer', validation: { min: -9007199254740991, max: 9007199254740991n } }],
  [{ type: 'number', validation: { enum: [1, 1.5, 2n ** 63n], min: -1e300, max: 1e300 } }],
  [{ type: 'integer_array', validation: { max_items: 0, enum: [1.0] } }],
  [{ type: 'path', validation: { denied_paths: ['relative'], max_length: 1 } }],
])('%o is sound', (rules) => {
  expect(problems({ name: 'x', ...rules })).toEqual([]);
});

test.each<[rules: Rules, problem: string]>([
  [{ type: 'strng' }, 'type type-unknown: "strng" is not a type of argument; did you mean "string"?'],
  [
    { type: 'string', required: true, default: '' },
    'default default-of-required: a required argument has a default, which could never be used; remove `default`, or `required: true`',
  ],
  [
    { type: 'string', validation: { enum: ['a'], allowed: ['a'] } },
    'validation.allowed enum-and-allowed: `enum` and `allowed` are both set; keep one of them; they differ only in the code of a refusal',
  ],
  [
    { type: 'duration', validation: { allowed: ['10s'] } },
    'validation.allowed choices-on-duration: `allowed` does not work for a duration; use `min_duration` and `max_duration`',
  ],
  [
    { type: 'integer', validation: { enum: [1, '2'] } },
    'validation.enum.1 candidate-type: "2" is not a whole number; write it without quotes: 2',
  ],
  [
    { type: 'string_array', validation: { allowed: ['a', true] } },
    'validation.allowed.1 candidate-type: true is not a string; write it in quotes: "true"',
  ],
  [
    { type: 'integer', validation: { allowed: [1.0, 2.5] } },
    'validation.allowed.1 candidate-type: 2.5 is not a whole number',
  ],
  [
    { type: 'integer', validation: { enum: [2n ** 63n] } },
    'validation.enum.0 candidate-type: 9223372036854775808 is not a whole number',
  ],
  [
    { type: 'integer', validation: { enum: [1e20] } },
    'validation.enum.0 candidate-type: 100000000000000000000 is not a whole number',
  ],
  [
    { type: 'number', validation: { enum: [null] } },
    'validation.enum.0 candidate-type: null is not a number',
  ],
  [
    { type: 'boolean', validation: { enum: ['yes'] } },
    'validation.enum.0 candidate-type: "yes" is not true or false',
  ],
  [
    { type: 'path', validation: { enum: [new Date(0)] } },
    'validation.enum.0 candidate-type: a date is not a string',
  ],
  [
    { type: 'string_array', validation: { pattern: '^a$' } },
    'validation.pattern pattern-on-type: `pattern` has no meaning for an argument of type string_array; it is for string and path',
  ],
  [
    { type: 'string', validation: { pattern: 'a{0,2048}' } },
    'validation.pattern pattern-syntax: the pattern "a{0,2048}" repeats more than 1000 times with "{0,2048}"; repeat at most 1000 times, and leave the length to `max_length`',
  ],
  [
    { type: 'integer', validation: { max_length: 2 } },
    'validation.max_length max-length-on-type: `max_length` has no meaning for an argument of type integer; it is for string, path and string_array',
  ],
  [
    { type: 'string', validation: { max_length: 0 } },
    'validation.max_length max-length-not-positive: `max_length` is 0, which is not positive',
  ],
  [
    { type: 'boolean', validation: { min: 0 } },
    'validation.min bound-on-type: `min` has no meaning for an argument of type boolean; it is for integer, number and integer_array',
  ],
  [
    { type: 'number', validation: { max: Number.POSITIVE_INFINITY } },
    'validation.max bound-not-finite: `max` is Infinity, which is no finite number',
  ],
  [
    { type: 'integer', validation: { min: 1.5 } },
    'validation.min bound-not-whole: `min` is 1.5, but the values are whole numbers; write 2',
  ],
  [
    { type: 'integer', validation: { max: 9007199254740992n } },
    'validation.max bound-not-whole: `max` 9007199254740992 is beyond 2^53, where whole numbers are not exact; stay between -9007199254740991 and 9007199254740991',
  ],
  [
    { type: 'number', validation: { min: 2, max: 1 } },
    'validation.max bounds-crossed: `max` 1 is below `min` 2; swap the two',
  ],
  [
    { type: 'string', validation: { max_items: 2 } },
    'validation.max_items max-items-on-type: `max_items` has no meaning for an argument of type string; it is for string_array and integer_array',
  ],
  [
    { type: 'string_array', validation: { max_items: -1 } },
    'validation.max_items max-items-negative: `max_items` is -1, which is negative',
  ],
  [
    { type: 'string', validation: { min_duration: '1s' } },
    'validation.min_duration duration-bound-on-type: `min_duration` has no meaning for an argument of type string; it is for duration',
  ],
  [
    { type: 'duration', validation: { min_duration: '2w', max_duration: '7d' } },
    'validation.max_duration duration-bounds-crossed: `max_duration` 7d is below `min_duration` 2w; swap the two',
  ],
  [
    { type: 'integer', validation: { denied_prefixes: ['/etc'] } },
    'validation.denied_prefixes paths-on-type: `denied_prefixes` has no meaning for an argument of type integer; it is for string, path and string_array',
  ],
])('%o', (rules, problem) => {
  expect(problems({ name: 'x', ...rules })).toEqual([problem]);
});

test('all faults of one declaration are reported', () => {
  const validation = { min: 1, max: 'x', pattern: '(', max_items: 1 };
  expect(problems({ name: 'x', type: 'boolean', validation: { ...validation, max: 2 } })).toHaveLength(5);
});

test('a value is quoted as the author spelled it', () => {
  const declaration = { name: 'x', type: 'string', validation: { enum: [1.1] } };
  expect([...checkDeclaration(declaration, () => '1.10')]).toEqual([
    {
      kind: 'candidate-type',
      path: ['validation', 'enum', 0],
      message: '1.10 is not a string',
      hint: 'write it in quotes: "1.10"',
      replacement: '"1.10"',
    },
  ]);
});

test.each([
  ['string', 1, '"1"'],
  ['integer', '20', '20'],
  ['integer', '020', undefined],
  ['integer', '2.5', undefined],
  ['number', '2.5', '2.5'],
  ['boolean', 'true', 'true'],
  ['boolean', 'yes', undefined],
])('for a %s with the candidate %j the replacement is %j', (type, candidate, replacement) => {
  const [problem] = checkDeclaration({ name: 'x', type, validation: { enum: [candidate] } });
  expect(problem?.replacement).toBe(replacement);
});

test('the place inside a pattern is told where it is known', () => {
  const [problem] = checkDeclaration({ name: 'x', type: 'string', validation: { pattern: '^a(?=b)' } });
  expect(problem).toMatchObject({ kind: 'pattern-syntax', place: { start: 2, end: 5 } });
});

test.each<[declaration: unknown, problem: string]>([
  [null, ' shape: "args" is not a mapping'],
  [{ name: '', type: 'string' }, 'name name-empty: the argument has no name'],
  [
    { name: 'x' },
    'type type-unknown: the argument has no type; use one of string, integer, number, boolean, duration, path, string_array, integer_array',
  ],
  [{ name: 1, type: 'string' }, 'name shape: "name" is not a text'],
  [
    { name: 'x', type: 'string', validation: { enum: 'a' } },
    'validation.enum shape: "validation.enum" is not a list',
  ],
  [
    { name: 'x', type: 'duration', validation: { max_duration: 'soon' } },
    'validation.max_duration shape: "soon" is not a duration: it has no number before "soon"',
  ],
])('%o is no declaration', (declaration, problem) => {
  expect(problems(declaration)).toEqual([problem]);
});
