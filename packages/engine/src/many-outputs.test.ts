import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testBench } from './fixtures/test-runner.ts';

const MIB = 1024 ** 2;
/** Two hundred of them would be 100 MiB. */
const SIZE = MIB / 2;

test('200 runs at once leave nothing of their output in memory once each has given its result', async () => {
  const program = `head -c ${SIZE} /dev/zero | tr '\\0' x`;
  const execution = `command:\n  binary: sh\n  argv: ["-c", ${JSON.stringify(program)}]\ntimeout: 10m`;
  const bench = testBench([{ name: 'much', execution, maxStdout: SIZE }]);
  const lengths = (count: number) =>
    Promise.all(Array.from({ length: count }, () => bench.run('much').then(({ stdout }) => stdout?.length)));
  // What the slots need at a time is there afterwards; what grows from here on is kept by run.
  await lengths(32);
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  expect(await lengths(200)).toEqual(Array.from({ length: 200 }, () => SIZE));
  clearInterval(sampler);
  expect(readFileSync(bench.journalFile, 'utf8').match(/"execution_completed"/g)).toHaveLength(232);
  console.log(`grew by ${Math.round((peak - before) / MIB)} MiB`);
  expect(peak - before).toBeLessThan(90 * MIB);
}, 120_000);
