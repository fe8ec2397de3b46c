import { expect, test } from 'vitest';
import { UntypedMap } from '../../structure/untyped-map.ts';
import { checkArguments, checkValue } from './check-arguments.ts';

test('every argument of an example is judged, and every fault reported', () => {
  const declarations = [
    { name: 'host', type: 'string', required: true },
    { name: 'ports', type: 'integer_array', validation: { max: 65_535 } },
    { name: 'mode', type: 'string', default: 'zz', validation: { enum: ['a'] } },
  ];
  expect([...checkArguments(declarations, { hots: 'h', ports: [1, 70_000, 80_000] })]).toEqual([
    { arg: 'hots', code: 'unknown_arg', message: 'is not declared', hint: 'did you mean "host"?' },
    { arg: 'host', code: 'required', message: 'is required' },
    { arg: 'ports', code: 'max', index: 1, message: 'is 70000, more than 65535' },
    { arg: 'ports', code: 'max', index: 2, message: 'is 80000, more than 65535' },
  ]);
});

test('a name that every object has is not taken for an argument', () => {
  expect([...checkArguments([{ name: 'toString', type: 'string', required: true }], {})]).toEqual([
    { arg: 'toString', code: 'required', message: 'is required' },
  ]);
});

test('path rules are not held against authored values', () => {
  const declaration = { name: 'x', type: 'path', validation: { allowed_prefixes: ['/var'] } };
  expect([...checkValue(declaration, '/etc/passwd')]).toEqual([]);
});

test.each<[type: string, value: unknown, message: string]>([
  ['string', true, 'is true, not a string'],
  ['string', new Date('2024-01-02'), 'is a date, not a string'],
  ['string', null, 'is null, not a string'],
  ['string_array', { a: 1 }, 'is a mapping, not a list'],
  ['string_array', [new UntypedMap([])], 'is a mapping, not a string'],
  ['integer', 7.5, 'is 7.5, not a whole number of 64 bits'],
  ['integer', 2n ** 64n, 'is 18446744073709551616, not a whole number of 64 bits'],
  ['number', Number.NaN, 'is NaN, not a finite number of at most 64 characters'],
  ['boolean', 'yes', 'is the string "yes", not true or false'],
  ['duration', 90, 'is 90, not a duration'],
  ['duration', '1d', 'is "1d", which has the unknown unit "d"'],
])('the authored %s %o %s', (type, value, message) => {
  expect([...checkValue({ name: 'x', type }, value)].map((problem) => problem.message)).toEqual([message]);
});

test('values that the pack may write pass', () => {
  expect([...checkValue({ name: 'x', type: 'integer' }, 7)]).toEqual([]);
  expect([...checkValue({ name: 'x', type: 'integer' }, 7.0)]).toEqual([]);
  expect([...checkValue({ name: 'x', type: 'number' }, 9007199254740993n)]).toEqual([]);
});
