import { expect, test } from 'vitest';
import { formatGoDuration, parseConfigDuration, parseGoDuration } from './duration.ts';

const read = (text: string, parse = parseGoDuration): string => {
  const parsed = parse(text);
  return parsed.ok ? `${parsed.nanoseconds}` : parsed.reason;
};

// Both columns were printed by Go's time.ParseDuration.
test.each([
  ['0', '0'],
  ['-0', '0'],
  ['+5s', '5000000000'],
  ['.5s', '500000000'],
  ['5.s', '5000000000'],
  ['1h15m30.918273645s', '4530918273645'],
  ['39h9m14.425s', '140954425000000'],
  ['1us', '1000'],
  ['1µs', '1000'],
  ['1μs', '1000'],
  ['-5m', '-300000000000'],
  ['9223372036854775807ns', '9223372036854775807'],
  ['-9223372036854775808ns', '-9223372036854775808'],
  ['0.100000000000000000000h', '360000000000'],
  ['0.830103483285477580700h', '2988372539827'],
  ['0.9223372036854775808s', '922337203'],
])('%s is %s nanoseconds', (text, nanoseconds) => {
  expect(read(text)).toBe(nanoseconds);
});

test.each([
  ['', 'has no number'],
  ['-', 'has no number'],
  ['30', 'has no unit'],
  ['1.5', 'has no unit'],
  ['.s', 'has no number before "s"'],
  ['h', 'has no number before "h"'],
  ['7d', 'has the unknown unit "d"'],
  ['1H', 'has the unknown unit "H"'],
  ['1 s', 'has the unknown unit " s"'],
  ['1h-5m', 'has the unknown unit "h-"'],
  ['9223372036854775808ns', 'is longer than 292 years'],
  ['-9223372036854775809ns', 'is longer than 292 years'],
  ['99999999999999999999h', 'is longer than 292 years'],
])('%j is refused: it %s', (text, reason) => {
  expect(read(text)).toBe(reason);
});

test.each([
  ['', '0'],
  ['90s', '90000000000'],
  ['7d', '604800000000000'],
  ['007d', '604800000000000'],
  ['2w', '1209600000000000'],
  ['106751d', '9223286400000000000'],
  ['106752d', 'is longer than 292 years'],
  ['15250w', '9223200000000000000'],
  ['15251w', 'is longer than 292 years'],
  ['99999999999999999999d', 'is longer than 292 years'],
  ['1d12h', 'has the unknown unit "d"'],
  ['-7d', 'has the unknown unit "d"'],
  ['1.5d', 'has the unknown unit "d"'],
  ['30', 'has no unit'],
])('the config duration %j is read as %s', (text, expected) => {
  expect(read(text, parseConfigDuration)).toBe(expected);
});

test.each([
  ['5m', '5m0s'],
  ['90s', '1m30s'],
  ['1h', '1h0m0s'],
  ['500ms', '500ms'],
  ['1500ms', '1.5s'],
  ['100us', '100µs'],
  ['1500ns', '1.5µs'],
  ['1ns', '1ns'],
  ['0', '0s'],
  ['-1h0.5s', '-1h0m0.5s'],
  ['-9223372036854775808ns', '-2562047h47m16.854775808s'],
])('%s is printed as %s', (text, printed) => {
  const parsed = parseGoDuration(text);
  expect(parsed.ok && formatGoDuration(parsed.nanoseconds)).toBe(printed);
});
