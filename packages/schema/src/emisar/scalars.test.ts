import { describe, expect, test } from 'vitest';
import { ConfigDuration, WholeNumber } from './scalars.ts';

describe('a configuration duration', () => {
  const taken = [
    '',
    '0',
    '-0',
    '30s',
    '1h30m',
    '-5m',
    '+2s',
    '.5s',
    '5.s',
    '1.5h',
    '10µs',
    '10μs',
    '3ns',
    '7d',
    '2w',
  ];
  test.each(taken)('%j is one', (text) => {
    expect(ConfigDuration.safeParse(text).success).toBe(true);
  });

  const refused = ['30', '1d12h', '-7d', '1.5d', '.s', ' 30s', '30s\n', '00', 's', '1 h', '5sec', '+'];
  test.each(refused)('%j is none', (text) => {
    expect(ConfigDuration.safeParse(text).success).toBe(false);
  });

  test('is described in words where it is refused', () => {
    expect(ConfigDuration.safeParse('soon').error?.issues[0]?.message).toBe(
      'numbers with a unit such as "30s", "1h30m" or "500ms", or whole days or weeks such as "7d" or "2w"',
    );
  });
});

test('a whole number may be beyond 2^53, as the 64-bit integers of the loader', () => {
  expect(WholeNumber.safeParse(2 ** 63).success).toBe(true);
});

test('a fraction is no whole number', () => {
  expect(WholeNumber.safeParse(1.5).success).toBe(false);
});
