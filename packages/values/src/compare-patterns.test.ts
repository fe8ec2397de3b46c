import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePatterns, type PatternRelation } from './compare-patterns.ts';
import { compilePattern } from './pattern.ts';

test.each<[before: string, after: string, relation: PatternRelation]>([
  ['^[a-z]+$', '^[a-z0-9]+$', 'wider'],
  ['^[a-z0-9]+$', '^[a-z]+$', 'narrower'],
  ['^a+$', '^a*$', 'wider'],
  ['^aa*$', '^a+$', 'equal'],
  ['^(a|b)$', '^[ab]$', 'equal'],
  ['^a$', '^b$', 'different'],
  ['^[a-z]{1,8}$', '^[a-z]{1,16}$', 'wider'],
  ['^[a-z]+$', '^[a-z]+', 'wider'],
  ['^[a-z]+$', '[a-z]+$', 'wider'],
  ['a', '', 'wider'],
  ['', '.*', 'equal'],
  ['^.$', '^[^\\n]$', 'equal'],
  ['^\\d+$', '^[0-9]+$', 'equal'],
  ['^\\w+$', '^[A-Za-z0-9_-]+$', 'wider'],
  ['^(prod|stage)-[a-z]+$', '^(prod|stage|dev)-[a-z]+$', 'wider'],
  ['^a|b$', '^(a|b)$', 'narrower'],
  ['$^', '^$', 'equal'],
  ['^\u{1f600}$', '^[\u{1f600}-\u{1f64f}]$', 'wider'],
  ['(?i)^a$', '^[aA]$', 'unknown'],
  ['\\bx', 'x', 'unknown'],
  ['^(a|b)*a(a|b){14}$', '^(a|b)*b(a|b){14}$', 'different'],
])('%j becomes %j: %s', (before, after, relation) => {
  expect(comparePatterns(before, after)).toBe(relation);
});

test('a pattern that needs too many states is not compared', () => {
  const before = '^(a|b)*a(a|b){60}c$';
  expect(comparePatterns(before, `${before}|^(a|b)*a(a|b){61}d$`)).toBe('unknown');
});

const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', 'ab', '(a|b)', '(ab)?');
const part = fc
  .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}'))
  .map(([a, r]) => (r === '' ? a : `(${a})${r}`));
const body = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(''));
const pattern = fc
  .tuple(fc.constantFrom('^', ''), fc.array(body, { minLength: 1, maxLength: 2 }), fc.constantFrom('$', ''))
  .map(([start, bodies, end]) => `${start}(${bodies.join('|')})${end}`);
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '\n'), maxLength: 7 });

test('no text proves a relation wrong', () => {
  fc.assert(
    fc.property(
      pattern,
      pattern,
      fc.array(text, { minLength: 20, maxLength: 20 }),
      (before, after, texts) => {
        const relation = comparePatterns(before, after);
        for (const each of texts) {
          const was = matches(before, each);
          const is = matches(after, each);
          if (is && !was)
            expect(['wider', 'different', 'unknown'], `${after} newly takes ${each}`).toContain(relation);
          if (was && !is)
            expect(['narrower', 'different', 'unknown'], `${after} drops ${each}`).toContain(relation);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

function matches(source: string, value: string): boolean {
  const compiled = compilePattern(source);
  return compiled.ok && compiled.pattern.test(value);
}
