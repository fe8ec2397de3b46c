import { expect, test } from 'vitest';
import { Vocabulary } from './vocabulary.ts';

const meant = (words: readonly string[], asked: string) =>
  new Vocabulary(words).meantBy(asked).map(({ word, weight }) => [words[word], Number(weight.toFixed(3))]);

const words = ['disc', 'disk', 'disks', 'restart', 'restarted', 'restore', 'retsart', 'start'];

test('a word means itself, then those that begin with it, then those that differ by typing errors', () => {
  expect(meant(words, 'restart')).toEqual([
    ['restart', 1],
    ['restarted', 0.352],
  ]);
  expect(meant(words, 'restarts')).toEqual([
    ['restart', 0.394],
    ['restarted', 0.368],
  ]);
});

test('a word that is not there is found by its beginning', () => {
  expect(meant(words, 'dis')).toEqual([
    ['disc', 0.349],
    ['disk', 0.349],
    ['disks', 0.335],
  ]);
});

test('a beginning of two letters, and an error in a word of four, would be found nearly everywhere', () => {
  expect([meant(words, 'di'), meant(words, 'dosk')]).toEqual([[], []]);
});

test('an empty vocabulary and a word that is longer than all others mean nothing', () => {
  expect([meant([], 'restart'), meant(words, 'x'.repeat(256))]).toEqual([[], []]);
});

test.each(['aabba', 'babab', 'abababab', 'bbbbbbbb', 'aaaaabbbbbaaa'])(
  'what is near "%s" among all words of a and b is what the definition says',
  (asked) => {
    const all = wordsOfLength(9).toSorted();
    const near = new Vocabulary(all).meantBy(asked).map(({ word }) => all[word] as string);
    const most = { 5: 1, 8: 2, 13: 3 }[asked.length] ?? 0;
    const expected = all.filter((word) => word.startsWith(asked) || distance(word, asked) <= most);
    expect(near.toSorted()).toEqual(expected);
  },
);

/** All words of a and b up to a length. */
function wordsOfLength(most: number): readonly string[] {
  if (most === 0) return [];
  const shorter = wordsOfLength(most - 1);
  const longest = ['', ...shorter].filter(({ length }) => length === most - 1);
  return [...shorter, ...longest.flatMap((word) => [`${word}a`, `${word}b`])];
}

/** As Levenshtein defines it. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, unit] of [...a].entries()) {
    const next = [at + 1];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (row[column - 1] as number) + (unit === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] as number) + 1, (next[column - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
