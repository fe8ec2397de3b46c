import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { giveBackMemory, memoryGiver } from './give-back-memory.ts';

afterEach(() => vi.useRealTimers());

test('what nobody holds any more is gone', async () => {
  const left = new WeakRef({ of: 'a load' });
  const held = { by: 'somebody' };
  const kept = new WeakRef(held);
  await setImmediate();
  giveBackMemory();
  expect([left.deref(), kept.deref()]).toEqual([undefined, held]);
});

test('whoever is busy is not held up: it is given back at the first second in which nobody is', () => {
  vi.useFakeTimers();
  const looks: boolean[] = [];
  const answers = [true, true, false];
  const give = memoryGiver(() => {
    looks.push(answers[looks.length] ?? false);
    return looks.at(-1) ?? false;
  });
  give();
  give();
  vi.advanceTimersByTime(10_000);
  expect(looks).toEqual([true, true, false]);
  give();
  vi.advanceTimersByTime(1_000);
  expect(looks).toEqual([true, true, false, false]);
});
