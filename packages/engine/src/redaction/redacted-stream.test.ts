import { describe, expect, test } from 'vitest';
import type { RedactionRule } from '../plan/redaction-rule.ts';
import { lineSpellings } from './line-spellings.ts';
import { redactedStream } from './redacted-stream.ts';
import { redactorOf } from './redactor.ts';

function streamed(
  text: string,
  size: number,
  secrets: readonly string[],
  rules: readonly RedactionRule[] = [],
) {
  const stream = redactedStream(redactorOf(secrets, rules, []));
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(stream.push(text.slice(at, at + size)));
  return { early: pieces.join(''), all: pieces.join('') + stream.end() };
}

const KEY = '-----BEGIN EC PRIVATE KEY-----\nMHcC\n\nabc\n-----END EC PRIVATE KEY-----\n';
const TEXTS: Readonly<Record<string, string>> = {
  'a secret in a line': 'one\nthe word is hunter2!\nthree\n',
  'a key over lines': `before\n${KEY}after ${KEY}`,
  'a key that does not end': 'before\n-----BEGIN PRIVATE KEY-----\nMHcC\nabc\n',
  'a name and its secret on two lines': '{\n  "password":\n    "hunter\\n2"\n}\npassword: \n\n  abc\nend\n',
  'one long line': `${'x'.repeat(30_000)} hunter2 ${'y'.repeat(30_000)}`,
  'many lines': Array.from({ length: 3_000 }, (_, at) => `line ${at} hunter2 token=${at}\n`).join(''),
};

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  const rules: readonly RedactionRule[] = [
    { name: 'over', type: 'regex', pattern: '(?s)line 7 .*?line 8 ', replacement: '-' },
  ];
  test.each([1, 7, 4096])('comes out the same in pieces of %d characters', (size) => {
    const whole = redactorOf(['hunter2'], [], []).apply(text).text;
    expect(streamed(text, size, ['hunter2']).all).toBe(whole);
    expect(streamed(text, size, ['hunter2']).all).not.toContain('hunter2');
  });

  test('comes out the same where a rule reaches over lines', () => {
    const whole = redactorOf(['hunter2'], rules, []).apply(text).text;
    expect(streamed(text, 4096, ['hunter2'], rules).all).toBe(whole);
  });
});

// Each piece was looked at together with all that was held back before it.
test('megabytes of blank lines come out as they went in', () => {
  const text = '\n'.repeat(4_000_000);
  const { all } = streamed(text, 4096, []);
  expect([all.length, all === text]).toEqual([4_000_000, true]);
});

test('a line is shown as soon as it is whole, without waiting for 20 KiB', () => {
  expect(streamed('one\ntwo hunter2\nthr', 1, ['hunter2']).early).toBe('one\ntwo [REDACTED]\n');
});

test('a secret of several lines is held back until it cannot be one any more', () => {
  const secret = 'first\nsecond';
  expect(streamed(`a\n${secret}\nb\n`, 3, [secret])).toEqual({ early: '', all: 'a\n[REDACTED]\nb\n' });
});

test.each([1, 7, 4096])('another key than the secret one is masked in pieces of %d characters', (size) => {
  const secret = KEY.replace('MHcC', 'A'.repeat(64));
  const text = `${'one line\n'.repeat(3_000)}${KEY.repeat(3)}two ${secret}three\n`;
  expect(streamed(text, size, [secret, ...lineSpellings(secret)]).all).toBe(
    `${'one line\n'.repeat(3_000)}${'[REDACTED_PRIVATE_KEY]\n'.repeat(3)}two [REDACTED]three\n`,
  );
});
