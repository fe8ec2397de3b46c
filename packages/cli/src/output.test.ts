import { expect, test } from 'vitest';
import { inBatches, type Output } from './output.ts';

function recorded(isTerminal: boolean): Output & { readonly writes: string[] } {
  const writes: string[] = [];
  return { isTerminal, columns: undefined, writes, write: async (text) => void writes.push(text) };
}

test('short texts wait until they are flushed', async () => {
  const output = recorded(false);
  const batched = inBatches(output);
  await batched.write('a');
  await batched.write('b');
  expect(output.writes).toEqual([]);
  await batched.flush();
  expect(output.writes).toEqual(['ab']);
});

test('64 KiB are handed over at once', async () => {
  const output = recorded(false);
  const batched = inBatches(output);
  await batched.write('x'.repeat(65_535));
  expect(output.writes).toEqual([]);
  await batched.write('y');
  expect(output.writes).toEqual([`${'x'.repeat(65_535)}y`]);
});

test('a terminal sees every text at once', async () => {
  const output = recorded(true);
  await inBatches(output).write('a');
  expect(output.writes).toEqual(['a']);
});
