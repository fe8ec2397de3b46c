import { expect, test } from 'vitest';
import { pageOf } from './page.ts';

const list = ['a', 'b', 'c', 'd'].map((key) => ({ key, text: key.repeat(200 * 1024) }));
const page = (cursor?: string) => {
  const { items, nextCursor } = pageOf(list, ({ key }) => key, cursor);
  return [items.map(({ key }) => key).join(''), nextCursor];
};

test('a list is cut at half a mebibyte, and goes on behind the last key that was seen', () => {
  expect([page(), page('b')]).toEqual([
    ['ab', 'b'],
    ['cd', undefined],
  ]);
});

test('a cursor stays good when its item is gone, and ends behind the last', () => {
  expect([page('bb'), page('z')]).toEqual([
    ['cd', undefined],
    ['', undefined],
  ]);
});

test('an item that is too large for a page is a page of its own', () => {
  const large = [{ key: 'a', text: 'x'.repeat(600 * 1024) }, ...list.slice(1)];
  const { items, nextCursor } = pageOf(large, ({ key }) => key, undefined);
  expect([items.length, nextCursor]).toEqual([1, 'a']);
});
