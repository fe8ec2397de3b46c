import { existsSync, lstatSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTimeOf } from '../executor/start-time-of.ts';
import { lockFile } from './file-lock.ts';

const place = () => join(mkdtempSync(join(tmpdir(), 'packwright-lock-')), 'lock');

test('a lock is there until it is released', async () => {
  const path = place();
  const release = await lockFile(path);
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
  release();
  expect(existsSync(path)).toBe(false);
});

test('who comes while it is held gets it next', async () => {
  const path = place();
  const order: string[] = [];
  const turn = async (name: string) => {
    const release = await lockFile(path);
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push(`${name} ends`);
    release();
  };
  await Promise.all(['a', 'b', 'c'].map(turn));
  const pairs = [0, 2, 4].map((at) => [order[at], order[at + 1]]);
  expect(pairs.map(([begin = '', end = '']) => begin[0] === end[0])).toEqual([true, true, true]);
});

test('one that a living process holds for too long is named with it', async () => {
  const path = place();
  symlinkSync(`${process.ppid} ${startTimeOf(process.ppid)}`, path);
  await expect(lockFile(path, 20)).rejects.toThrow(
    `"${path}" is held by process ${process.ppid} for too long`,
  );
});

test.each([
  ['a process that is gone', (path: string) => symlinkSync('999999999 1', path)],
  [
    'a process whose number is that of another one now',
    (path: string) => symlinkSync(`${process.ppid} 1`, path),
  ],
  ['nobody', (path: string) => writeFileSync(path, '')],
])('one that %s holds counts for nothing', async (_, hold) => {
  const path = place();
  hold(path);
  const release = await lockFile(path, 20);
  release();
  expect(existsSync(path)).toBe(false);
});
