import { expect, test } from 'vitest';
import { Best } from './best.ts';

const smallest = (limit: number) => new Best<number>(limit, (a, b) => Math.floor(a) < Math.floor(b));

test('the best of what was offered are kept, and of equals those that came first', () => {
  const best = smallest(3);
  for (const item of [5, 3.1, 4, 3.2, 1, 3.3]) best.offer(item, () => true);
  expect(best.items).toEqual([1, 3.1, 3.2]);
});

test('what does not count is passed over, and nobody asks of what would not be kept', () => {
  const best = smallest(2);
  const asked: number[] = [];
  const isOdd = (item: number): boolean => {
    asked.push(item);
    return item % 2 === 1;
  };
  for (const item of [3, 2, 1, 7, 6]) best.offer(item, isOdd);
  expect([best.items, asked]).toEqual([
    [1, 3],
    [3, 2, 1],
  ]);
});
