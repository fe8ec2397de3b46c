import { compilePattern } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { authoredDocuments } from './authored-documents.ts';
import { publishedSchema } from './published-schema.ts';

function patternsIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

const patterns = [...new Set(authoredDocuments.flatMap((document) => patternsIn(publishedSchema(document))))];

/** Texts on which dialects of regular expressions tend to part. */
const probes = [
  '',
  'a',
  'a.b',
  'a.b\n',
  'A1',
  '1.2.3',
  '1.2.3-rc.1+b',
  '01.2.3',
  '1.2.3-01',
  ' ',
  '\n',
  'a.1-b_c.2',
  '1..2',
  '٣',
  'é',
  'a\u2028b',
  '\u{1F600}',
  '/bin/sh',
  '/bin/sh\n',
  'a/b',
  'a\\b',
  'sh\r\nx',
  'FOO_BAR',
  '1F',
  '0',
  '-0',
  '30s',
  '30s ',
  '1h30m',
  '.5s',
  '5.s',
  '1µs',
  '1μs',
  '7d',
  '-7d',
  'a--b',
  'a-b',
  '-a',
  '12h',
  'ed25519:PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  '127.0.0.1:7332',
  '[::1]:0',
  'localhost:123456',
  'https://packs.example/v1',
  'https://',
];

/** Semantic Versioning 2.0 as its own page has it, without named groups. */
const identifier = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const semantic = [
  '^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)',
  `(?:-${identifier}(?:\\.${identifier})*)?`,
  '(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$',
].join('');

test('the published schemas hold the patterns that were looked for', () => {
  expect(patterns).toEqual([
    '^[a-z][a-z0-9_-]*(?:\\.[a-z][a-z0-9_-]*)*$',
    '^[A-Za-z0-9][A-Za-z0-9.+-]*$',
    '^(?:[0-9]+(?:\\.[0-9]+)*)?$',
    '^[A-Za-z_][A-Za-z0-9_]*$',
    '^(?:\\/bin\\/sh|[^/\\\\]+)$',
    '^(?:[0-9]+[dw]|[+-]?(?:0|(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+))?$',
    '^[a-z][a-z0-9_-]*(?:\\.[a-z][a-z0-9_-]*)+$',
    '^[a-z][a-z0-9_-]*$',
    semantic,
    '[^ \\t\\r\\n]',
    '^[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_-]*$',
    '^[a-z][a-z0-9_-]*(?:\\.[a-z][a-z0-9_-]*)?$',
    '^[\\s\\S]{1,50}$',
    '^(?:[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_-]*)?$',
    '^[a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*$',
    '^[a-z0-9][a-z0-9._-]{0,127}$',
    '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    '^(?:[A-Za-z0-9_][A-Za-z0-9._+-]*)?$',
    '^[A-Za-z][A-Za-z0-9_-]*$',
    '^\\/',
    '^[1-9][0-9]*[smhd]$',
    '^ed25519:[A-Za-z0-9_-]{43}$',
    '^[0-9]{1,6}[smhdw]$',
    '^(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):[0-9]{1,5}$',
    '^https?:\\/\\/\\S+$',
  ]);
});

describe.each(patterns)('%s', (pattern) => {
  test('compiles with the `u` flag and by the rules of RE2, and means the same in both', () => {
    const script = new RegExp(pattern, 'u');
    const re2 = compilePattern(pattern);
    if (!re2.ok) throw new Error(re2.reason);
    const byScript = probes.filter((probe) => script.test(probe));
    expect(probes.filter((probe) => re2.pattern.test(probe))).toEqual(byScript);
  });
});
