import type { ReadOutcome } from './read-outcome.ts';
import type { RunResult } from './run-result.ts';
import type { ShownPlan } from './shown-plan.ts';

/** The result of a run whose process was attended to; what is zero or empty is left out (specs/emisar 7.9). */
export function resultOf(
  actionId: string,
  { status, reason, error, exitCode, durationMs, stdout, stderr, redactions, parsed }: ReadOutcome,
  shown: ShownPlan,
): Omit<RunResult, 'event_id'> {
  return {
    status,
    action_id: actionId,
    exit_code: exitCode,
    ...(stdout.text !== '' && { stdout: stdout.text }),
    ...(stderr.text !== '' && { stderr: stderr.text }),
    ...parsed,
    duration_ms: durationMs,
    ...(redactions.length > 0 && {
      redactions: redactions.map(({ name, type, count }) => ({ Name: name, Type: type, Count: count })),
    }),
    ...(reason !== '' && { reason }),
    ...(error !== '' && { error }),
    ...(status === 'timed_out' && { timed_out: true }),
    ...(stdout.bytes > 0 && { stdout_sha256: stdout.sha256, stdout_bytes: stdout.bytes }),
    ...(stderr.bytes > 0 && { stderr_sha256: stderr.sha256, stderr_bytes: stderr.bytes }),
    ...(stdout.isTruncated && { truncated_stdout: true, total_stdout_bytes: stdout.total }),
    ...(stderr.isTruncated && { truncated_stderr: true, total_stderr_bytes: stderr.total }),
    executed_command: shown.command,
  };
}
