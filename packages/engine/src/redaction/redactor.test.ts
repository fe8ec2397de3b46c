import { describe, expect, test } from 'vitest';
import { lineSpellings } from './line-spellings.ts';
import { maskCutSecret } from './mask-cut-secret.ts';
import { redactorOf } from './redactor.ts';

const rule = (name: string, pattern: string, replacement = '[REDACTED]') =>
  ({ name, type: 'regex', pattern, replacement }) as const;

describe('the order of redaction', () => {
  test('secrets come first, then the action, then the built-in rules, then the operator', () => {
    const { text, counts } = redactorOf(
      ['s3cret'],
      [rule('mine', 's3cret|REDACTED', 'A')],
      [rule('last', 'A', 'B')],
    ).apply('s3cret');
    expect(text).toBe('[B]');
    expect(counts.map(({ name }) => name)).toEqual(['sensitive-values', 'mine', 'last']);
  });

  test('of two rules with one name the first counts, and no rule replaces a built-in one', () => {
    const { apply } = redactorOf([], [rule('x', 'a', '1'), rule('x', 'b', '2')], [rule('jwt', 'c', '3')]);
    expect(apply('abc').text).toBe('1bc');
  });

  test('a rule of the action with the name of a built-in one runs beside it', () => {
    const { apply } = redactorOf([], [rule('npm-token', 'a', '1')], []);
    expect(apply(`a npm_${'Z'.repeat(36)}`).text).toBe('1 [REDACTED_NPM_TOKEN]');
  });
});

test('the longest secret is masked first, and one pass does not see its own marks', () => {
  expect(redactorOf(['ab', 'abc', 'RED'], [], []).apply('abcab').text).toBe('[REDACTED][REDACTED]');
});

test('a replacement is in the words of Go for patterns and verbatim for texts', () => {
  expect(redactorOf([], [rule('x', '(k)=(v)', '$2=$$')], []).apply('k=v').text).toBe('v=$');
  const literal = { name: 'y', type: 'literal', literal: 'v', replacement: '$1$&' } as const;
  expect(redactorOf([], [literal], []).apply('k=v').text).toBe('k=$1$&');
});

test('patterns are RE2: what only JavaScript knows does not compile', () => {
  expect(() => redactorOf([], [], [rule('look', '(?=a)')])).toThrow('"look"');
});

test('the beginning of a secret that the limit has cut off is masked', () => {
  expect(maskCutSecret('token is hunt', ['hunter2'])).toBe('token is [REDACTED]');
  expect(maskCutSecret('caf\uFFFD', ['café'])).toBe('[REDACTED]');
  expect(maskCutSecret('nothing', ['hunter2'])).toBe('nothing');
  expect(maskCutSecret('abab abab', ['ababc', 'bx'])).toBe('abab [REDACTED]');
  expect(maskCutSecret('aaab aa', ['aaabaaac', 'aac'])).toBe('aaab [REDACTED]');
  expect(maskCutSecret('hunter2', ['hunter2'])).toBe('hunter2');
  expect(maskCutSecret('h', ['', 'h', 'hu'])).toBe('[REDACTED]');
});

// Each of them kept the runner busy for minutes when the time grew with the square of the length.
test.each([
  ['a million bytes that are no text', '\uFFFD'.repeat(1_000_000), []],
  ['a long secret that the output nearly holds', 'a'.repeat(1_000_000), [`${'a'.repeat(999_998)}b`]],
])('%s in front of an end that is none do not hold up the runner', (_, text, secrets) => {
  expect(maskCutSecret(`${text}x`, secrets)).toHaveLength(1_000_001);
});

test('what a rule would take too long over is not shown', () => {
  const costly = rule('costly', `(?:${'a?'.repeat(400)}){2}b`);
  expect(redactorOf([], [costly], []).apply('a'.repeat(8_000_000))).toEqual({
    text: '[REDACTED]',
    counts: [],
  });
});

describe('beside a secret that is a key', () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----`;
  const other = `-----BEGIN PRIVATE KEY-----\n${'B'.repeat(64)}\n-----END PRIVATE KEY-----`;
  const { apply } = redactorOf([key, ...lineSpellings(key)], [], []);

  test('another key is masked as a whole', () => {
    expect(apply(`x ${other} y ${key}`).text).toBe('x [REDACTED_PRIVATE_KEY] y [REDACTED]');
  });

  test('another key is masked where the limit has cut it off', () => {
    expect(apply(`x ${other.slice(0, 60)}`).text).toBe('x [REDACTED_PRIVATE_KEY]');
  });

  test('the key itself is masked where it is indented, cut off or without its markers', () => {
    const indented = key.replaceAll('\n', '\n  ');
    expect(apply(`x ${indented} y`).text).toBe('x [REDACTED_PRIVATE_KEY] y');
    expect(apply(`x ${indented.slice(0, 60)}`).text).toBe('x [REDACTED_PRIVATE_KEY]');
    expect(apply(`x ${'A'.repeat(64)} y`).text).toBe('x [REDACTED] y');
  });
});
