import { expect, test } from 'vitest';
import { progressLine } from './progress.ts';

/** A terminal that keeps what is written, and a clock that moves by what each reading says. */
function terminal(columns: number, ...times: number[]) {
  const written: string[] = [];
  const stderr = {
    isTerminal: true,
    columns,
    write: async (text: string) => {
      written.push(text);
    },
  };
  return { written, io: { stderr }, now: () => times.shift() ?? 0 };
}

test('a short run shows nothing', async () => {
  const { written, io, now } = terminal(80, 0, 400, 499);
  const progress = progressLine(9, io, now);
  await progress.at(1, 'a');
  await progress.at(2, 'b');
  await progress.clear();
  expect(written).toEqual([]);
});

test('a long run shows a line now and then, and removes it', async () => {
  const { written, io, now } = terminal(80, 0, 500, 550, 601);
  const progress = progressLine(9, io, now);
  await progress.at(1, 'a');
  await progress.at(2, 'b');
  await progress.at(3, 'c');
  await progress.clear();
  await progress.clear();
  expect(written).toEqual(['\r\x1b[K1 of 9 packs  a', '\r\x1b[K3 of 9 packs  c', '\r\x1b[K']);
});

test('the line never wraps', async () => {
  const { written, io, now } = terminal(20, 0, 500);
  await progressLine(100, io, now).at(7, 'packs/long/path');
  expect(written).toEqual(['\r\x1b[K7 of 100 packs  pa…']);
});

test('without a terminal nothing is shown', async () => {
  const { written, io, now } = terminal(80, 0, 500);
  await progressLine(9, { stderr: { ...io.stderr, isTerminal: false } }, now).at(1, 'a');
  expect(written).toEqual([]);
});
