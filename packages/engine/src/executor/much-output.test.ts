import { describeLong } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { testBench } from '../fixtures/test-runner.ts';

const GIB = 1024 ** 3;

describeLong('a gigabyte of output', () => {
  test('is counted and dropped beyond the limit, in memory that does not grow with it', async () => {
    const program = `head -c ${GIB} /dev/zero | tr '\\0' x`;
    const execution = `command:\n  binary: sh\n  argv: ["-c", ${JSON.stringify(program)}]\ntimeout: 10m`;
    const { run } = testBench([{ name: 'much', execution, maxStdout: 65_536 }]);
    let peak = 0;
    const before = process.memoryUsage.rss();
    const sampler = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const result = await run('much');
    clearInterval(sampler);
    expect(result).toMatchObject({ status: 'success', total_stdout_bytes: GIB, truncated_stdout: true });
    expect(result.stdout).toHaveLength(65_536);
    console.log(`grew by ${Math.round((peak - before) / 1024 / 1024)} MiB, took ${result.duration_ms} ms`);
    expect(peak - before).toBeLessThan(200 * 1024 ** 2);
  }, 600_000);
});
