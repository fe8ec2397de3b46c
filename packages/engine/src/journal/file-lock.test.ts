import { execFile } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

test('one that a living process holds by a file counts as well', async () => {
  const path = place();
  writeFileSync(path, `${process.ppid} ${startTimeOf(process.ppid)}`);
  await expect(lockFile(path, 20)).rejects.toThrow(`is held by process ${process.ppid} for too long`);
});

test('several processes take turns, also over marks of processes that died', async () => {
  const path = place();
  const dist = JSON.stringify(new URL('../../dist/index.js', import.meta.url).href);
  const program = `import { mkdirSync, renameSync, rmdirSync, symlinkSync } from 'node:fs';
import { lockFile } from ${dist};
for (let turn = 0; turn < 60; turn++) {
  const release = await lockFile(${JSON.stringify(path)});
  mkdirSync(${JSON.stringify(`${path}.inside`)});
  rmdirSync(${JSON.stringify(`${path}.inside`)});
  if (turn % 4 !== 0) { release(); continue; }
  // As one leaves it that dies with the lock.
  symlinkSync('999999999 1', ${JSON.stringify(path)} + process.pid);
  renameSync(${JSON.stringify(path)} + process.pid, ${JSON.stringify(path)});
}`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const said = await Promise.all([run(), run(), run(), run()]);
  expect(said.map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
});

test.each([
  ['a process that is gone', (path: string) => symlinkSync('999999999 1', path)],
  [
    'a process whose number is that of another one now',
    (path: string) => symlinkSync(`${process.ppid} 1`, path),
  ],
  ['nobody', (path: string) => writeFileSync(path, '')],
  ['a process that is gone, by a file', (path: string) => writeFileSync(path, '999999999 1')],
])('one that %s holds counts for nothing', async (_, hold) => {
  const path = place();
  hold(path);
  const release = await lockFile(path, 20);
  release();
  expect(existsSync(path)).toBe(false);
});
