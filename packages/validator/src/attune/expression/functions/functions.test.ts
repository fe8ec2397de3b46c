import { writeExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../evaluation/evaluate-expression.ts';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionValue } from '../values/expression-value.ts';
import { fromJson } from '../values/from-json.ts';
import { toExactJson } from '../values/to-exact-json.ts';
import { FUNCTION_NAMES } from './names.ts';
import { FUNCTIONS } from './table.ts';

const names = new Map<string, ExpressionValue>([
  ['object', fromJson({ b: 2, a: [1, null], '\uffee': 3, '😀': 4 })],
  ['huge', 2n ** 64n - 1n],
]);

const jsonOf = (text: string): string => writeExactJson(toExactJson(evaluateExpression(text, { names })));

const VALUES: readonly (readonly [string, string])[] = [
  ['string("a\\"b")', '"a\\"b"'],
  ['string(null)', '"null"'],
  ['string(true)', '"true"'],
  ['string(42)', '"42"'],
  ['string(2.0)', '"2.0"'],
  ['string(0.00001)', '"0.00001"'],
  ['string(0.000001)', '"1e-6"'],
  ['string(1234567890123456.0)', '"1234567890123456.0"'],
  ['string(10000000000000000.0)', '"1e16"'],
  ['string(huge)', '"18446744073709551615"'],
  ['string([1, "a", null, [], 2.5])', '"[1,\\"a\\",null,[],2.5]"'],
  ['string(object)', '"{\\"a\\":[1,null],\\"b\\":2,\\"\uffee\\":3,\\"😀\\":4}"'],
  ['number("3.15")', '3.15'],
  ['number("42")', '42.0'],
  ['number("+.5e1")', '5.0'],
  ['number("5.")', '5.0'],
  ['number("inf")', 'null'],
  ['number("-Infinity")', 'null'],
  ['number("NaN")', 'null'],
  ['number(7)', '7'],
  ['number(true)', '1.0'],
  ['number(false)', '0.0'],
  ['int(3.9)', '3'],
  ['int(-3.9)', '-3'],
  ['int("42")', '42'],
  ['int("+42")', '42'],
  ['int("3.9")', '3'],
  ['int("1e3")', '1000'],
  ['int("9223372036854775808")', '9223372036854775807'],
  ['int("-inf")', '-9223372036854775808'],
  ['int("nan")', '0'],
  ['int(huge)', '9223372036854775807'],
  ['int(true)', '1'],
  ['bool(0)', 'false'],
  ['bool("0")', 'true'],
  ['bool([])', 'false'],
  ['type_of(null)', '"null"'],
  ['type_of(true)', '"bool"'],
  ['type_of(1)', '"number"'],
  ['type_of(1.5)', '"number"'],
  ['type_of("")', '"string"'],
  ['type_of([])', '"array"'],
  ['type_of(object)', '"object"'],
  ['length("héllo")', '6'],
  ['length([1, 2])', '2'],
  ['length(object)', '4'],
  ['keys(object)', '["a","b","\uffee","😀"]'],
  ['values(object)', '[[1,null],2,3,4]'],
  ['abs(-5)', '5'],
  ['abs(-2.5)', '2.5'],
  ['floor(3.7)', '3'],
  ['floor(-3.2)', '-4'],
  ['floor(4)', '4'],
  ['ceil(3.2)', '4'],
  ['ceil(-3.7)', '-3'],
  ['round(3.5)', '4'],
  ['round(-2.5)', '-3'],
  ['round(2.4)', '2'],
  ['round(0.49999999999999994)', '0'],
  ['floor(9.9 * 9223372036854775807)', '9223372036854775807'],
  ['min(3, 7)', '3'],
  ['max(3, 7)', '7'],
  ['max(3, 3)', '3'],
  ['min(1, 2.5)', '1.0'],
  ['max(1, 2.5)', '2.5'],
  ['min("b", "a")', '"a"'],
  ['max("😀", "\uffee")', '"😀"'],
  ['sum([1, 2, 3])', '6'],
  ['sum([1, 0.5])', '1.5'],
  ['sum([])', '0'],
  ['lower("HÉLLO")', '"héllo"'],
  ['upper("straße")', '"STRASSE"'],
  ['trim("\u00a0\u0085 a b\t\n")', '"a b"'],
  ['trim("\ufeffa")', '"\ufeffa"'],
  ['split("a,b,,c", ",")', '["a","b","","c"]'],
  ['split("", ",")', '[""]'],
  ['split("a😀", "")', '["","a","😀",""]'],
  ['join(["a", 1, null, 2.0, [3]], "-")', '"a-1-null-2.0-[3]"'],
  ['join([], "-")', '""'],
  ['replace("hello world", "o", "0")', '"hell0 w0rld"'],
  ['replace("a.b", ".", "$&")', '"a$&b"'],
  ['replace("ab", "", "-")', '"-a-b-"'],
  ['starts_with("hello", "hel")', 'true'],
  ['starts_with("hello", "lo")', 'false'],
  ['ends_with("hello", "lo")', 'true'],
  ['ends_with("hello", "hel")', 'false'],
  ['match("^h.*o$", "hello")', 'true'],
  ['match("x", "hello")', 'false'],
  ['match("ell", "hello")', 'true'],
  ['contains([1, 2], 2.0)', 'true'],
  ['contains(object, "a")', 'true'],
  ['contains("hello", "ell")', 'true'],
  ['contains("hello", "z")', 'false'],
  ['reversed([1, 2, 3])', '[3,2,1]'],
  ['reversed("añ😀")', '"😀ña"'],
  ['sort([3, 1.5, 2])', '[1.5,2,3]'],
  ['sort(["b", "a", "\uffee", "😀"])', '["a","b","\uffee","😀"]'],
  ['sort([object])', '[{"a":[1,null],"b":2,"\uffee":3,"😀":4}]'],
  ['unique([1, 1.0, "1", [1], [1.0]])', '[1,"1",[1]]'],
  ['flat([1, [2, [3]], []])', '[1,2,[3]]'],
  ['zip([1, 2, 3], ["a", "b"])', '[[1,"a"],[2,"b"]]'],
  ['range(3)', '[0,1,2]'],
  ['range(2, 5)', '[2,3,4]'],
  ['range(-1)', '[]'],
  ['range(5, 2)', '[]'],
  ['slice([1, 2, 3, 4], 1, 3)', '[2,3]'],
  ['slice([1, 2, 3], 1)', '[2,3]'],
  ['slice([1, 2, 3], 1, null)', '[2,3]'],
  ['slice([1, 2, 3], 2, 99)', '[3]'],
  ['slice([1, 2, 3], 5)', '[]'],
  ['slice([1, 2, 3], 2, 1)', '[]'],
  ['slice([1, 2, 3], -2)', '[]'],
  ['slice([1, 2, 3], 0, -1)', '[1,2,3]'],
  ['slice("añ😀d", 1, 3)', '"ñ😀"'],
  ['index_of([1, 2, 3], 2)', '1'],
  ['index_of([1, 2, 3], 9)', '-1'],
  ['index_of("ñab", "ab")', '2'],
  ['index_of("abc", "z")', '-1'],
  ['index_of("abc", "")', '0'],
  ['count([1, 2, 1.0], 1)', '2'],
  ['count("abcabca", "abca")', '1'],
  ['count("a😀", "")', '3'],
  ['merge(object, object) == object', 'true'],
  ['chunks([1, 2, 3, 4, 5], 2)', '[[1,2],[3,4],[5]]'],
  ['chunks([1], 9223372036854775807)', '[[1]]'],
  ['chunks([], 2)', '[]'],
];

describe('functions', () => {
  test.each(VALUES)('%s is %s', (text, expected) => {
    expect(jsonOf(text)).toBe(expected);
  });

  test('every one of them is in the table above', () => {
    const called = new Set(VALUES.map(([text]) => text.slice(0, text.indexOf('('))));
    expect(FUNCTION_NAMES.filter((name) => !called.has(name))).toEqual([]);
  });

  test('the names are those of the table', () => {
    expect([...FUNCTIONS.keys()].sort()).toEqual([...FUNCTION_NAMES].sort());
  });

  test('the second object of merge() wins', () => {
    const scope = {
      names: new Map([
        ['a', fromJson({ x: 1, y: 1 })],
        ['b', fromJson({ y: 2, z: 2 })],
      ]),
    };
    const merged = evaluateExpression('merge(a, b)', scope);
    expect(writeExactJson(toExactJson(merged))).toBe('{"x":1,"y":2,"z":2}');
  });
});

test.each([
  ['number("")', 'type', '"" is no number'],
  ['number(" 1")', 'type', '" 1" is no number'],
  ['number("0x1f")', 'type', '"0x1f" is no number'],
  ['number("1_000")', 'type', '"1_000" is no number'],
  ['number(null)', 'type', 'number() takes a boolean, a number or text as its "value", not null'],
  ['int([])', 'type', 'int() takes a boolean, a number or text as its "value", not a list'],
  ['int("a")', 'type', '"a" is no number'],
  ['keys([1])', 'type', 'keys() takes an object as its "object", not a list'],
  ['abs(-9223372036854775807 - 1)', 'overflow', 'the whole number does not fit 64 bits'],
  ['min(1, "a")', 'type', 'min() compares two numbers or two texts, not one of each'],
  ['max(null, 1)', 'type', 'max() takes a number or text as its "first", not null'],
  ['sum([1, "2"])', 'type', 'sum() takes a list of numbers'],
  ['sum([9223372036854775807, 1])', 'overflow', 'the whole number does not fit 64 bits'],
  ['lower(1)', 'type', 'lower() takes text as its "text", not a whole number'],
  ['join("a", ",")', 'type', 'join() takes a list as its "list", not text'],
  ['join(["a"], 1)', 'type', 'join() takes text as its "separator", not a whole number'],
  ['match("(", "a")', 'pattern', 'pattern "(" opens a group and never closes it'],
  ['match(["a"], "a")', 'type', 'match() takes text as its "pattern", not a list'],
  ['contains(1, 1)', 'type', 'contains() takes text, a list or an object as its "whole", not a whole number'],
  ['contains("1", 1)', 'type', 'text holds only text, not a whole number'],
  ['sort([1, "a"])', 'type', 'sort() takes a list of numbers or a list of texts'],
  ['sort([null, null])', 'type', 'sort() takes a list of numbers or a list of texts'],
  ['range(1.0)', 'type', 'range() takes a whole number as its "from", not a number'],
  ['range("3")', 'type', 'range() takes a whole number as its "from", not text'],
  ['slice([1], 0.0)', 'type', 'slice() takes a whole number as its "from", not a number'],
  ['index_of("a", 1)', 'type', 'index_of() looks for a text in a text'],
  ['count("a", null)', 'type', 'count() looks for a text in a text'],
  ['merge(object, [])', 'type', 'merge() takes an object as its "second", not a list'],
  ['chunks([1], 0)', 'type', 'chunks() takes a size above 0'],
  ['chunks([1], -1)', 'type', 'chunks() takes a size above 0'],
])('%s fails: %s', (text, code, message) => {
  expect(() => jsonOf(text)).toThrow(ExpressionError);
  expect(() => jsonOf(text)).toThrow(expect.objectContaining({ code, message }));
});
