import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** One command line of Node whose process is measured as a whole, output piped. */
export interface Subject {
  readonly name: string;
  /** The script and its arguments. */
  readonly argv: readonly string[];
}

/** What one process took. */
export interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
}

const PRELOAD = join(import.meta.dirname, 'report-usage.cjs');

/**
 * Runs the subjects in turns, A B C A B C and so on, so that a slow moment of the machine hits all of them, and
 * returns the medians of each, in the order of the subjects. Throws when a process fails.
 */
export function measure(
  subjects: readonly Subject[],
  { warmUps, runs }: { readonly warmUps: number; readonly runs: number },
): readonly Usage[] {
  const taken = subjects.map((): Usage[] => []);
  for (let round = 0; round < warmUps + runs; round++) {
    for (const [index, subject] of subjects.entries()) {
      const usage = runOnce(subject);
      if (round >= warmUps) taken[index]?.push(usage);
    }
  }
  return taken.map((usages) => ({
    wallMs: median(usages.map(({ wallMs }) => wallMs)),
    cpuMs: median(usages.map(({ cpuMs }) => cpuMs)),
    peakMiB: median(usages.map(({ peakMiB }) => peakMiB)),
  }));
}

function runOnce({ name, argv }: Subject): Usage {
  const start = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ['--require', PRELOAD, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`${name} exited with ${status}\n${stderr}`);
  const { cpuMs, peakKiB } = JSON.parse(output[3] ?? '') as { cpuMs: number; peakKiB: number };
  return { wallMs, cpuMs, peakMiB: peakKiB / 1024 };
}

/** The middle value; of an even number the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
