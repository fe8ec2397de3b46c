import { writeExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionValue } from '../values/expression-value.ts';
import { fromJson } from '../values/from-json.ts';
import { toExactJson } from '../values/to-exact-json.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { eventScope } from './event-scope.ts';
import type { ExpressionScope } from './scope.ts';

const SCOPE: ExpressionScope = {
  names: new Map<string, ExpressionValue>([
    ['list', fromJson([10, 20, 30])],
    ['text', 'añ😀'],
    ['object', fromJson({ a: { b: 42 }, 'with-dash': 1, nothing: null, __proto__x: 2 })],
    ['empty', fromJson({})],
    ['whole', 3n],
    ['part', 3.5],
    ['nothing', null],
    ['huge', 2n ** 63n],
  ]),
};

/** The value as JSON, so that 2 and 2.0 are told apart. */
const jsonOf = (text: string, scope = SCOPE): string =>
  writeExactJson(toExactJson(evaluateExpression(text, scope)));

function errorOf(text: string, scope = SCOPE): ExpressionError {
  try {
    evaluateExpression(text, scope);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${text} has a value`);
}

describe('values', () => {
  test.each([
    ['[1, 2.0, "x", true, false, null, []]', '[1,2.0,"x",true,false,null,[]]'],
    // Arithmetic: whole numbers stay whole, also in divisions without a rest.
    ['2 + 3', '5'],
    ['10 - 4', '6'],
    ['3 * 7', '21'],
    ['15 / 5', '3'],
    ['10 / 4', '2.5'],
    ['-7 / 2', '-3.5'],
    ['17 % 5', '2'],
    ['-7 % 3', '-1'],
    ['7 % -3', '1'],
    ['5.5 % 2', '1.5'],
    ['2 + 1.5', '3.5'],
    ['2.5 + 1.5', '4.0'],
    ['2 * 3.0', '6.0'],
    ['6.0 / 2', '3.0'],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['10 - 2 * 3 + 1', '5'],
    ['-(2 + 3)', '-5'],
    ['-part', '-3.5'],
    ['-0.0', '-0.0'],
    ['-0', '0'],
    ['huge', '9223372036854775808'],
    ['huge + 1', '9.223372036854776e18'],
    // `+` joins texts, and lists as the platform does.
    ['"a" + "b" + \'c\'', '"abc"'],
    ['[1] + [2, 3]', '[1,2,3]'],
    // Equality goes by value, across the kinds of numbers.
    ['3 == 3.0', 'true'],
    ['3 != 3.1', 'true'],
    ['"3" == 3', 'false'],
    ['null == null', 'true'],
    ['null == false', 'false'],
    ['0 == false', 'false'],
    ['"" == null', 'false'],
    ['[1, [2.0]] == [1.0, [2]]', 'true'],
    ['[1, 2] == [1]', 'false'],
    ['object == object', 'true'],
    ['object.a == empty', 'false'],
    ['9007199254740993 == 9007199254740992', 'true'],
    // Order.
    ['1 < 2', 'true'],
    ['2 <= 2.0', 'true'],
    ['2 > 2.5', 'false'],
    ['3 >= 4', 'false'],
    ['"abc" < "abd"', 'true'],
    ['"Z" < "a"', 'true'],
    ['"\uffee" < "😀"', 'true'],
    ['"" <= ""', 'true'],
    // `in`.
    ['20 in list', 'true'],
    ['20.0 in list', 'true'],
    ['"20" in list', 'false'],
    ['null in [null]', 'true'],
    ['"a" in object', 'true'],
    ['"b" in object', 'false'],
    ['"b" in object.a', 'true'],
    ['"ñ" in text', 'true'],
    ['"" in text', 'true'],
    // `and`, `or` and `not` give booleans, and stop as soon as they can.
    ['1 and "x"', 'true'],
    ['1 and ""', 'false'],
    ['0 or []', 'false'],
    ['0 or "x"', 'true'],
    ['false and missing', 'false'],
    ['true or missing', 'true'],
    ['not missing_is_not_reached or true', 'error'],
    ['true or false and false', 'true'],
    ['(true or false) and false', 'false'],
    ['not [] and not {}', 'error'],
    ['"b" in object and object.b', 'false'],
    // Truth.
    ['not null', 'true'],
    ['not false', 'true'],
    ['not 0', 'true'],
    ['not 0.0', 'true'],
    ['not -0.0', 'true'],
    ['not ""', 'true'],
    ['not []', 'true'],
    ['not empty', 'true'],
    ['not "false"', 'false'],
    ['not 0.1', 'false'],
    ['not [null]', 'false'],
    ['not object', 'false'],
    // Members and entries.
    ['object.a.b', '42'],
    ['object["with-dash"]', '1'],
    ['object["a"]["b"]', '42'],
    ['object.nothing', 'null'],
    ['list[0]', '10'],
    ['list[-1]', '30'],
    ['list[-3]', '10'],
    ['list[1 + 1]', '30'],
    ['list[whole - 1]', '30'],
    ['text[1]', '"ñ"'],
    ['text[2]', '"😀"'],
    ['text[-1]', '"😀"'],
    ['[1, 2][0]', '1'],
    ['"abc"[1]', '"b"'],
    // Comparisons run from the left: true compared with the third.
    ['1 == 1 == true', 'true'],
  ])('%s is %s', (text, expected) => {
    if (expected === 'error') expect(() => jsonOf(text)).toThrow(ExpressionError);
    else expect(jsonOf(text)).toBe(expected);
  });
});

describe('errors', () => {
  test.each([
    ['missing', 'unknown-name', 'missing', 'nothing is named "missing"'],
    ['object.b', 'unknown-member', 'b', 'the object has no "b"'],
    ['object["b"]', 'unknown-member', '"b"', 'the object has no "b"'],
    ['object.a.b.c', 'type', 'c', 'a whole number has no "c": only objects have names'],
    ['list.first', 'type', 'first', 'a list has no "first": only objects have names'],
    ['nothing.a', 'type', 'a', 'null has no "a": only objects have names'],
    ['list[3]', 'out-of-range', '3', 'there is no [3] among 3 entries'],
    ['list[-4]', 'out-of-range', '-4', 'there is no [-4] among 3 entries'],
    ['[][0]', 'out-of-range', '0', 'there is no [0] among 0 entries'],
    ['text[3]', 'out-of-range', '3', 'there is no [3] among 3 characters'],
    ['"a"[1]', 'out-of-range', '1', 'there is no [1] among 1 character'],
    ['[7][9]', 'out-of-range', '9', 'there is no [9] among 1 entry'],
    ['list[1.0]', 'type', '1.0', 'a list is asked by a whole number, not by a number'],
    ['list["0"]', 'type', '"0"', 'a list is asked by a whole number, not by text'],
    ['list[huge]', 'type', 'huge', 'a list is asked by a whole number, not by a number'],
    ['object[0]', 'type', '0', 'an object is asked by text, not by a whole number'],
    ['whole[0]', 'type', '0', 'a whole number has no entries'],
    ['1 + "a"', 'type', '1 + "a"', '"+" cannot take a whole number and text'],
    ['"a" + null', 'type', '"a" + null', '"+" cannot take null'],
    ['[1] + 2', 'type', '[1] + 2', '"+" cannot take a list and a whole number'],
    ['true + 1', 'type', 'true + 1', '"+" cannot take a boolean'],
    ['"a" * 2', 'type', '"a" * 2', '"*" cannot take text'],
    ['"a" - "b"', 'type', '"a" - "b"', '"-" cannot take text'],
    ['-"a"', 'type', '-"a"', '"-" takes a number, not text'],
    ['1 < "2"', 'type', '1 < "2"', '"<" orders two numbers or two texts, not a whole number and text'],
    ['[1] < [2]', 'type', '[1] < [2]', '"<" orders two numbers or two texts, not a list'],
    ['null < 1', 'type', 'null < 1', '"<" orders two numbers or two texts, not null'],
    ['true < false', 'type', 'true < false', '"<" orders two numbers or two texts, not a boolean'],
    ['1 < 2 < 3', 'type', '1 < 2 < 3', '"<" orders two numbers or two texts, not a boolean'],
    ['1 in 1', 'type', '1 in 1', '"in" looks into a list, an object or text, not a whole number'],
    ['"a" in null', 'type', '"a" in null', '"in" looks into a list, an object or text, not null'],
    ['1 in object', 'type', '1 in object', 'the keys of an object are text, not a whole number'],
    ['1 in "1"', 'type', '1 in "1"', 'text holds only text, not a whole number'],
    ['1 / 0', 'division-by-zero', '1 / 0', 'the divisor is 0'],
    ['1 / 0.0', 'division-by-zero', '1 / 0.0', 'the divisor is 0'],
    ['1 % 0', 'division-by-zero', '1 % 0', 'the divisor is 0'],
    [
      '9223372036854775807 + 1',
      'overflow',
      '9223372036854775807 + 1',
      'the whole number does not fit 64 bits',
    ],
    [
      '-9223372036854775807 - 2',
      'overflow',
      '-9223372036854775807 - 2',
      'the whole number does not fit 64 bits',
    ],
    [
      '(-9223372036854775807 - 1) / -1',
      'overflow',
      '(-9223372036854775807 - 1) / -1',
      'the whole number does not fit 64 bits',
    ],
    ['foo(1)', 'unknown-function', 'foo', 'there is no function foo()'],
    ['foo(missing)', 'unknown-name', 'missing', 'nothing is named "missing"'],
    ['result()', 'unknown-function', 'result', 'there is no function result()'],
    ['length()', 'argument-count', 'length()', 'length() takes 1 value, not 0'],
    ['range(1, 2, 3)', 'argument-count', 'range(1, 2, 3)', 'range() takes 1 or 2 values, not 3'],
    ['length(1)', 'type', '1', 'length() takes text, a list or an object as its "whole", not a whole number'],
    ['1 +', 'syntax', '+', 'expected a value after "+"'],
    ['a | b', 'filter', '| b', '"| b" is a filter, and expressions have none'],
  ])('%s: %s', (text, code, at, message) => {
    const error = errorOf(text);
    expect([error.code, text.slice(error.at.start, error.at.end), error.message]).toEqual([
      code,
      at,
      message,
    ]);
  });

  test('a missing member comes with advice', () => {
    expect(errorOf('object.b').hint).toBe('ask first: "b" in the object');
  });
});

describe('what the platform does although it surprises', () => {
  test('a result that floats do not hold is null', () => {
    const most = `${'9'.repeat(308)}.0`;
    expect(jsonOf(`${most} * 10`)).toBe('null');
  });

  test('a name of JavaScript is no member', () => {
    expect(errorOf('empty.constructor').code).toBe('unknown-member');
    expect(errorOf('list.length').code).toBe('type');
    expect(errorOf('constructor').code).toBe('unknown-name');
    expect(errorOf('toString()').code).toBe('unknown-function');
  });
});

describe('the scope of a rule', () => {
  const scope = eventScope({
    id: 7n,
    trigger: 'inventory.host_lost',
    payload: fromJson({ site: 'ams', misses: 4 }),
    created: '2026-06-01T12:00:00Z',
  });

  test.each([
    ['event.payload.site in ["ams", "fra"] and event.payload.misses >= 3', 'true'],
    ['event.id', '7'],
    ['event.trigger', '"inventory.host_lost"'],
    ['event.trigger_ref', '"inventory.host_lost"'],
    ['event.created', '"2026-06-01T12:00:00Z"'],
    ['"room" in event.payload', 'false'],
  ])('%s is %s', (text, expected) => {
    expect(jsonOf(text, scope)).toBe(expected);
  });

  test.each(['parameters', 'payload', 'succeeded()'])('it has no %s', (text) => {
    expect(errorOf(text, scope).code).toMatch(/^unknown-/);
  });
});

describe('the budget', () => {
  const steps = (text: string, maxSteps: number) => () => evaluateExpression(text, SCOPE, { maxSteps });

  test('an expression within it has its value', () => {
    expect(steps('1 + 2 + 3', 10)()).toBe(6n);
  });

  test('one beyond it fails', () => {
    expect(steps('1 + 2 + 3', 2)).toThrow(
      expect.objectContaining({ code: 'budget', message: 'takes more than 2 steps' }),
    );
  });

  test.each([
    'range(9223372036854775807)',
    'range(-9223372036854775807, 9223372036854775807)',
    'length(join(range(4000000), "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"))',
    'length(unique(range(100000)))',
    `length(${'replace('.repeat(40)}"aa"${', "a", "aaaaaaaaaaaaaaaa")'.repeat(40)})`,
  ])('%s stops at the usual budget', (text) => {
    expect(() => evaluateExpression(text, SCOPE)).toThrow(expect.objectContaining({ code: 'budget' }));
  });
});
