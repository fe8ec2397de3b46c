import type { RunResult } from '@packwright/engine';
import { expect, test } from 'vitest';
import { RunBook } from './run-book.ts';

const order = { actionId: 'a.b', reason: 'test', signal: new AbortController().signal };
const result = (stdout = ''): RunResult => ({
  status: 'success',
  event_id: '',
  action_id: 'a.b',
  exit_code: 0,
  duration_ms: 1,
  stdout,
});

/** Lets what has ended be noted. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a run is known from its start, and with its result once it has ended', async () => {
  const runs = new RunBook();
  const { id } = runs.begin(order, async () => result('x'));
  expect(runs.recent(1)).toMatchObject([{ id, result: null }]);
  expect(await runs.wait(id, 10_000)).toMatchObject({ id, result: { stdout: 'x' } });
});

test('a wait ends when its time is up, and the run goes on', async () => {
  const runs = new RunBook();
  let end = (_: RunResult): void => {};
  const { id } = runs.begin(order, () => new Promise((resolve) => (end = resolve)));
  expect(await runs.wait(id, 0)).toMatchObject({ result: null });
  end(result());
  expect(await runs.wait(id, 10_000)).toMatchObject({ result: { status: 'success' } });
});

test('of the runs that have ended the last 500 are kept, and every one that has not', async () => {
  const runs = new RunBook();
  const lasting = runs.begin(order, () => new Promise(() => {}));
  for (let run = 0; run < 600; run++) runs.begin({ ...order, reason: `${run}` }, async () => result());
  await settled();
  const kept = runs.recent(1000);
  expect([kept.length, kept[0]?.reason, kept.at(-2)?.reason]).toEqual([501, '599', '100']);
  expect(kept.at(-1)).toBe(runs.recent(1000).find(({ id }) => id === lasting.id));
});

test('outputs are kept up to 32 MiB in all, and the last one always', async () => {
  const runs = new RunBook();
  const large = 'x'.repeat(10 * 1024 * 1024);
  for (let run = 0; run < 5; run++) runs.begin(order, async () => result(large));
  await settled();
  expect(runs.recent(10)).toHaveLength(3);
  runs.begin(order, async () => result('x'.repeat(40 * 1024 * 1024)));
  await settled();
  expect(runs.recent(10)).toHaveLength(1);
});

test('to stop cancels what runs, waits for its end, and lets nothing start afterwards', async () => {
  const runs = new RunBook();
  const cancelled = (signal: AbortSignal): Promise<RunResult> =>
    new Promise((resolve) => {
      const end = () => resolve({ ...result(), status: 'cancelled' });
      if (signal.aborted) end();
      signal.addEventListener('abort', end);
    });
  runs.begin(order, ({ signal }) => cancelled(signal));
  await runs.stop();
  expect(runs.recent(1)).toMatchObject([{ result: { status: 'cancelled' } }]);
  const { id } = runs.begin(order, ({ signal }) => cancelled(signal));
  expect(await runs.wait(id, 10_000)).toMatchObject({ result: { status: 'cancelled' } });
});
