import { parseExactJson, writeExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionValue } from './expression-value.ts';
import { floatText } from './float-text.ts';
import { fromJson } from './from-json.ts';
import { toExactJson } from './to-exact-json.ts';

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [-2.5, '-2.5'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e16'],
  [1.5e16, '1.5e16'],
  [123456789012345680000, '1.2345678901234568e20'],
  [0.001, '0.001'],
  [0.00001, '0.00001'],
  [0.000001, '1e-6'],
  [0.0000012345, '1.2345e-6'],
  [5e-324, '5e-324'],
  [Number.MAX_VALUE, '1.7976931348623157e308'],
])('the float %d is written %s', (value, text) => {
  expect(floatText(value)).toBe(text);
  expect(Object.is(Number(text), value)).toBe(true);
});

describe('values from JSON', () => {
  test('exact JSON keeps whole numbers and others apart', () => {
    const value = fromJson(
      parseExactJson('[1, 1.0, -0, 1e2, 18446744073709551615, 18446744073709551616, 1e999]'),
    );
    expect(value).toEqual([1n, 1, -0, 100, 18446744073709551615n, 2 ** 64, null]);
  });

  test('plain numbers are whole as far as JavaScript knows them exactly', () => {
    expect(fromJson([1, -0, 0.5, 2 ** 53 - 1, 2 ** 53, Number.NaN, 5n, 2n ** 64n])).toEqual([
      1n,
      -0,
      0.5,
      9007199254740991n,
      9007199254740992,
      null,
      5n,
      2 ** 64,
    ]);
  });

  test('an object becomes a map, with any key', () => {
    const value = fromJson(JSON.parse('{"__proto__": 1, "a": {"b": null}}'));
    expect(value).toEqual(
      new Map<string, ExpressionValue>([
        ['__proto__', 1n],
        ['a', new Map([['b', null]])],
      ]),
    );
  });

  test('what is left out counts as null', () => {
    expect(fromJson([undefined, { a: undefined }])).toEqual([null, new Map([['a', null]])]);
  });

  test('what JSON cannot say is refused', () => {
    expect(() => fromJson([() => 1])).toThrow(
      new ExpressionError('type', 'a function is not a value', { start: 0, end: 0 }),
    );
  });

  test('nesting is bounded', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(() => fromJson(deep)).toThrow('the value nests deeper than 500 levels');
  });
});

test('values are written with sorted keys, and numbers as the platform writes them', () => {
  const value = new Map<string, ExpressionValue>([
    ['b', [1n, 1, 2n ** 64n - 1n]],
    ['a', null],
    ['c', new Map()],
  ]);
  expect(writeExactJson(toExactJson(value))).toBe('{"a":null,"b":[1,1.0,18446744073709551615],"c":{}}');
});
