import { expect, test } from 'vitest';
import { Deferred, NotLoaded, onceLoaded } from './deferred.ts';

const counted = () => {
  const loads: string[] = [];
  const words = new Deferred(async () => {
    loads.push('words');
    return ['a', 'b'];
  });
  return { loads, words };
};

test('a part that is not loaded is asked for in vain', () => {
  expect(() => counted().words.part).toThrow(NotLoaded);
});

test('work that comes to a part is done again once it is loaded', async () => {
  const { loads, words } = counted();
  const begun: string[] = [];
  const work = () => {
    begun.push('work');
    return words.part.length;
  };
  expect(await onceLoaded(work)).toBe(2);
  expect(await onceLoaded(work)).toBe(2);
  expect([begun, loads]).toEqual([['work', 'work', 'work'], ['words']]);
});

test('work that needs no part loads none', async () => {
  const { loads } = counted();
  expect(await onceLoaded(() => 'done')).toBe('done');
  expect(loads).toEqual([]);
});

test('other errors of the work are its own', async () => {
  const work = () => {
    throw new RangeError('too long');
  };
  await expect(onceLoaded(work)).rejects.toThrow(RangeError);
});

test('a part at hand is never loaded', () => {
  const { loads, words } = counted();
  words.provide(['c']);
  expect([words.part, loads]).toEqual([['c'], []]);
});
