import type { Captured } from './capture.ts';

/** How a process ended, before anybody looks at what it wrote. */
export interface ProcessOutcome {
  readonly end: 'exited' | 'timed_out' | 'cancelled' | 'not_started' | 'pipes_held';
  /** -1 when it was killed by a signal, not started, or stopped. */
  readonly exitCode: number;
  /** Why it did not start, or what kept its pipes. */
  readonly error: string | null;
  readonly stdout: Captured;
  readonly stderr: Captured;
  readonly durationMs: number;
}
