import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, type DecimalSource, toInt64, toPlainDecimal } from './decimal.ts';
import { ExactNumber } from './exact-json.ts';

const wire = (literal: string): ExactNumber => new ExactNumber(literal);

test.each<[string, DecimalSource, '<' | '=' | '>']>([
  ['1.250', 1.25, '='],
  ['1.2500000000000001', 1.25, '>'],
  ['1e-400', 0, '>'],
  ['-1e-400', 0, '<'],
  ['-0', 0, '='],
  ['0e999999999999', 0, '='],
  ['9007199254740993', 9007199254740992, '>'],
  ['9007199254740993', 9007199254740993n, '='],
  ['1e3', 1000, '='],
  ['1e999999999999999999999', 1.7976931348623157e308, '>'],
  ['-1e999999999999999999999', 0, '<'],
  ['1e999999999999', wire('10e999999999998'), '='],
  ['1e-999999999999', wire('1e-999999999998'), '<'],
  ['0.1', 0.1, '='],
  ['1e21', 1e21, '='],
])('%s compared with %s', (left, right, order) => {
  expect(Math.sign(compareDecimals(wire(left), right))).toBe({ '<': -1, '=': 0, '>': 1 }[order]);
});

test('numbers without a decimal value are refused', () => {
  expect(() => compareDecimals(Number.NaN, 1)).toThrow(new RangeError('NaN has no decimal value'));
  expect(() => compareDecimals(1, Number.POSITIVE_INFINITY)).toThrow(
    new RangeError('Infinity has no decimal value'),
  );
});

test('the order is that of fractions of integers', () => {
  const part = fc.record({
    mantissa: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    exponent: fc.integer({ min: -40, max: 40 }),
  });
  fc.assert(
    fc.property(part, part, (a, b) => {
      const scaled = (one: typeof a) => one.mantissa * 10n ** BigInt(one.exponent + 40);
      const difference = scaled(a) - scaled(b);
      const expected = difference === 0n ? 0 : difference < 0n ? -1 : 1;
      const literal = (one: typeof a) => wire(`${one.mantissa}e${one.exponent}`);
      expect(Math.sign(compareDecimals(literal(a), literal(b)))).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test.each<[DecimalSource, bigint | undefined]>([
  [wire('7'), 7n],
  [wire('7.0'), 7n],
  [wire('1e3'), 1000n],
  [wire('1200e-2'), 12n],
  [wire('-0'), 0n],
  [wire('0e99999999999999'), 0n],
  [wire('7.5'), undefined],
  [wire('1e-1'), undefined],
  [wire('9223372036854775807'), 9223372036854775807n],
  [wire('9223372036854775808'), undefined],
  [wire('-9223372036854775808'), -9223372036854775808n],
  [wire('1e19'), undefined],
  [wire('1e999999999999999999999'), undefined],
  [wire('1e-999999999999999999999'), undefined],
  [1e20, undefined],
  [Number.NaN, undefined],
])('%o as a 64-bit integer is %s', (source, expected) => {
  expect(toInt64(source)).toBe(expected);
});

test.each([
  [1e21, '1000000000000000000000'],
  [1.5, '1.5'],
  [-1.25e-10, '-0.000000000125'],
  [1e-7, '0.0000001'],
  [1.2345e25, '12345000000000000000000000'],
  [-0, '-0'],
  [5e-324, `0.${'0'.repeat(323)}5`],
])('%d is written as %s', (value, text) => {
  expect(toPlainDecimal(value)).toBe(text);
});

test('any number reads back from its plain decimal', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = toPlainDecimal(value);
      expect(text).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
      expect(Number(text)).toBe(value);
    }),
  );
});
