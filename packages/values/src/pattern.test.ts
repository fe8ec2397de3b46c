import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFully } from './pattern/full-engine.ts';
import { PatternTooCostly } from './pattern/pattern-too-costly.ts';
import { compilePattern } from './pattern.ts';

function found(pattern: string, value: string): boolean {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.pattern.test(value);
}

function refusal(pattern: string): string {
  const compiled = compilePattern(pattern);
  return compiled.ok ? 'accepted' : compiled.reason;
}

interface GoAnswer {
  readonly pattern: string;
  readonly refused?: string;
  readonly found?: readonly string[];
  readonly notFound?: readonly string[];
}

// Printed by a program around Go's regexp.Compile and MatchString (Go 1.19) over hand-picked and random patterns.
const goAnswers = readFileSync(join(import.meta.dirname, 'fixtures', 'go-patterns.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as GoAnswer);

test('every pattern is refused or accepted, and found or not, as Go does it', () => {
  const differing = goAnswers.filter(({ pattern, refused, found: hits = [], notFound: misses = [] }) => {
    const compiled = compilePattern(pattern);
    if (!compiled.ok) return refused === undefined;
    const { pattern: search } = compiled;
    return (
      refused !== undefined ||
      !hits.every((hit) => search.test(hit)) ||
      misses.some((miss) => search.test(miss))
    );
  });
  expect(goAnswers).toHaveLength(1499);
  expect(differing).toEqual([]);
});

test('groups named without P are accepted, as Go does since 1.22', () => {
  expect(found('^(?<year>[0-9]{4})$', '2026')).toBe(true);
});

test.each([
  ['(?=a)', 'looks around with "(?=", which RE2 does not have'],
  ['(?<!a)b', 'looks around with "(?<!", which RE2 does not have'],
  ['(a)\\1', 'uses the backreference "\\1", which RE2 does not have'],
  ['(?>a)', 'has the atomic group "(?>", which RE2 does not have'],
  ['(?x)a', 'uses "(?x", which is not part of RE2'],
  ['a\\Z', 'uses "\\Z", which is no escape in RE2'],
  ['a{1001}', 'repeats more than 1000 times with "{1001}"'],
  ['a{3,2}', 'repeats backwards with "{3,2}"'],
  ['(a{100}){11}', 'repeats more than 1000 times with "{11}"'],
  ['a**', 'repeats a repeat with "**"'],
  ['*a', 'has nothing to repeat before "*"'],
  ['[z-a]', 'uses "z-a", which is no character range or class in RE2'],
  ['\\p{Emoji}', 'uses "\\p{Emoji}", which is no character range or class in RE2'],
  ['[a-', 'opens a class with "[a-" and never closes it'],
  ['(a', 'opens a group and never closes it'],
  ['a)', 'closes a group that is not open'],
  ['(?P<a-b>x)', 'names a group with "(?P<a-b>", which is no group name in RE2'],
  ['a\\', 'ends in a backslash'],
  [`${'('.repeat(1001)}a${')'.repeat(1001)}`, 'nests too deeply'],
  ['\ud800', 'holds half of a surrogate pair, which is no character'],
])('%s is refused: it %s', (pattern, reason) => {
  expect(refusal(pattern)).toBe(reason);
});

test.each([
  ['(?=a)', 'lookaround'],
  ['(?<!a)b', 'lookaround'],
  ['(a)\\1', 'backreference'],
  ['a{1001}', 'repeat'],
  ['a{3,2}', 'syntax'],
  ['(a', 'syntax'],
  ['a'.repeat(65_537), 'size'],
] as const)('%.20s has a fault of the kind %s', (pattern, fault) => {
  expect(compilePattern(pattern)).toMatchObject({ ok: false, fault });
});

test('the place of a fault is told when it is beyond doubt', () => {
  expect(compilePattern('^ab(?=c)')).toMatchObject({ place: { start: 3, end: 6 } });
  expect(compilePattern('a*(*)')).not.toHaveProperty('place');
});

test.each([
  ['^(a|b)*$', 'abab', true],
  ['^(a|b)*$', 'abc', false],
  ['[a-z]', '1a2', true],
  ['^[a-z]+$', 'abc\n', false],
  ['.', '\n', false],
  ['^.$', '\r', true],
  ['^.$', '😀', true],
  ['\\s', '\u000b', false],
  ['^\\s+$', ' \t\r\n\f', true],
  ['(?i)^k$', '\u212a', true],
  ['^[^a]$', '\n', true],
  ['\ufffd', '\ud800', true],
])('%s is looked for in %j', (pattern, value, expected) => {
  expect(found(pattern, value)).toBe(expected);
});

test('a pattern gives one answer, however it is run', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '\\d',
    '\\w',
    '[^a]',
    '[a-c0-9]',
    '^',
    '$',
    '(a|b)',
    '(?:ab)',
    '(|b)',
    '-',
  );
  const suffix = fc.constantFrom('', '', '*', '+', '?', '{2}', '{0,3}', '{1,}', '*?');
  const pattern = fc.array(
    fc
      .tuple(atom, suffix)
      .map(([text, times]) => (/[$^]/.test(text) && text.length === 1 ? text : text + times)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-', '\n'), maxLength: 8 }),
      (parts, value) => {
        const text = parts.join('');
        const full = compileFully(text);
        expect(full.ok && full.pattern.test(value)).toBe(found(text, value));
      },
    ),
    { numRuns: 3000 },
  );
});

test('patterns that send a backtracking engine astray are searched in no time', () => {
  const started = performance.now();
  expect(found('^(a+)+$', `${'a'.repeat(30_000)}b`)).toBe(false);
  expect(found('(x+x+)+y', 'x'.repeat(30_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a huge pattern on a huge value is given up', () => {
  expect(() => found(`(?:a?){1000}${'[ab]{900}'.repeat(30)}c`, 'ab'.repeat(200_000))).toThrow(
    PatternTooCostly,
  );
  expect(() => found(`(?i)${'[ab]{900}'.repeat(20)}c`, 'ab'.repeat(50_000))).toThrow(PatternTooCostly);
});

test.each([
  ['written out', 'a{1000}'.repeat(300), 'is too large once its repeats are written out'],
  ['nested', '((a{10}){10}){10}'.repeat(300), 'is too large once its repeats are written out'],
  ['with flags', `(?i)${'a{1000}'.repeat(60)}`, 'is too large once its repeats are written out'],
  ['with scripts', '\\p{Greek}{1000}'.repeat(60), 'is too large once its repeats are written out'],
  ['in plain length', 'a'.repeat(65_537), 'is longer than 65536 characters'],
])('a pattern that is too large %s is refused', (_, pattern, reason) => {
  expect(refusal(pattern)).toBe(reason);
});
