import { expect, test } from 'vitest';
import { parseGoFloat } from './go-float.ts';

// What Go's strconv.ParseFloat answered, infinities aside.
test.each([
  ['2.5', 2.5],
  ['-1.25', -1.25],
  ['.5', 0.5],
  ['5.', 5],
  ['+.5e-3', 0.0005],
  ['1e-400', 0],
  ['-0', -0],
  ['1_000', 1000],
  ['0_1', 1],
  ['1_0.5_0e1_0', 1.05e11],
  ['0x1p-2', 0.25],
  ['0X1P+3', 8],
  ['0x_1p-2', 0.25],
  ['0x1.p0', 1],
  ['0x.8p1', 1],
  ['0x1.8p-1074', 1e-323],
  ['0x1p-1075', 0],
])('%s is the number %d', (text, value) => {
  expect(parseGoFloat(text)).toBe(value);
});

test.each([
  '',
  '.',
  ' 1',
  '1 ',
  '1e',
  '1e+',
  '1__0',
  '_1',
  '1_',
  '0x',
  '0x1',
  '0x.p0',
  '0x1_p1',
  '0b1',
  '0o7',
  'nope',
])('%j is no number', (text) => {
  expect(parseGoFloat(text)).toBeUndefined();
});

test.each(['NaN', 'inf', '+Inf', '-Infinity', '1e400', '0x1p1024'])(
  '%s is not finite and so refused',
  (text) => {
    expect(parseGoFloat(text)).toBeUndefined();
  },
);

test('a mantissa of a thousand digits is rounded once', () => {
  expect(parseGoFloat(`0x${'f'.repeat(1000)}p-4000`)).toBe(1);
  expect(parseGoFloat(`0x1${'0'.repeat(999)}p-3996`)).toBe(1);
});
