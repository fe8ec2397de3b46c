import { expect, test } from 'vitest';
import { WordIndexBuilder } from './word-index.ts';

function scores(query: string, ...documents: readonly (readonly [string, string])[]): readonly number[] {
  const builder = new WordIndexBuilder([4, 1]);
  for (const texts of documents) builder.add(texts);
  return [...builder.build().scores(query)].map((score) => Number(score.toFixed(3)));
}

test('a word is worth more in a field that counts more, and in a shorter text', () => {
  expect(scores('disk', ['disk', ''], ['free disk', ''], ['', 'disk'], ['', ''])).toEqual([
    3.846, 3.081, 1.163, 0,
  ]);
});

test('a word that stands everywhere is worth less than one that is rare', () => {
  const documents = [
    ['show disk', ''],
    ['show net', ''],
    ['show net', ''],
  ] as const;
  expect(scores('show', ...documents)).toEqual([0.801, 0.801, 0.801]);
  expect(scores('disk', ...documents)).toEqual([5.885, 0, 0]);
});

test('whoever has two of the words is worth twice the sum, and a word that is said twice makes no second one', () => {
  const documents = [
    ['disk', 'full'],
    ['disk', ''],
  ] as const;
  const [disk = 0] = scores('disk', ...documents);
  const [full = 0] = scores('full', ...documents);
  expect(scores('disk full', ...documents)[0]).toBeCloseTo(2 * (disk + full), 2);
  expect(scores('disk disk', ...documents)[0]).toBeCloseTo(2 * disk, 2);
});

test('an index of nothing finds nothing', () => {
  expect(scores('disk')).toEqual([]);
});
