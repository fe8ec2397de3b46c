import { spawn } from 'node:child_process';

/** How long one piece of work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Starts `true` as the runner would, without anything around it. */
export function bareProcess(): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('true', [], { cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.once('close', () => resolve());
    child.stdout.resume();
    child.stderr.resume();
  });
}
