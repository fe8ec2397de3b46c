import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reloader } from './reloader.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function slowWork() {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => void ends.push(resolve)));
  const end = async () => {
    ends.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { work, end };
}

test('many changes in a row are one reload, once they are over', () => {
  const { work } = slowWork();
  const reloader = new Reloader(work, 300);
  for (let change = 0; change < 20; change++) {
    reloader.soon();
    vi.advanceTimersByTime(200);
  }
  expect(work).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);
});

test('what is asked for during a reload is one more behind it, never two at a time', async () => {
  const { work, end } = slowWork();
  const reloader = new Reloader(work, 300);
  reloader.now();
  reloader.now();
  reloader.now();
  expect(work).toHaveBeenCalledTimes(1);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  reloader.now();
  expect(work).toHaveBeenCalledTimes(3);
});

test('once closed it starts nothing, and waits for what is under way', async () => {
  const { work, end } = slowWork();
  const reloader = new Reloader(work, 300);
  reloader.now();
  reloader.soon();
  const closed = vi.fn();
  void reloader.close().then(closed);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closed).toHaveBeenCalledTimes(0);
  reloader.now();
  await end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(closed).toHaveBeenCalledTimes(1);
  expect(work).toHaveBeenCalledTimes(1);
});
