import type { ProcessOutcome } from '../executor/process-outcome.ts';
import { decodeOutput } from '../output/decode-output.ts';
import { parseOutput } from '../output/parse-output.ts';
import { structuredResult } from '../output/structured-result.ts';
import type { CommandPlan } from '../plan/command-plan.ts';
import { maskCutSecret } from '../redaction/mask-cut-secret.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { sha256 } from '../sha256.ts';
import type { RedactionCount, RunResult, RunStatus } from './run-result.ts';

/** A stream as everybody sees it. */
interface ShownStream {
  readonly text: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly isTruncated: boolean;
  readonly total: number;
  readonly counts: readonly RedactionCount[];
}

/** What a run came to, before anyone has journaled it. */
export interface ReadOutcome {
  readonly status: RunStatus;
  readonly reason: string;
  readonly error: string;
  readonly exitCode: number;
  readonly durationMs: number;
  readonly stdout: ShownStream;
  readonly stderr: ShownStream;
  readonly redactions: readonly RedactionCount[];
  readonly parsed: Pick<RunResult, 'output' | 'structured_output' | 'parser_error'>;
}

/** Redacts what a process wrote, and reads it as its action says. Failure comes before parsing. */
export async function readOutcome(
  outcome: ProcessOutcome,
  plan: CommandPlan,
  redactor: Redactor,
): Promise<ReadOutcome> {
  const stdout = shownStream(outcome.stdout, redactor);
  const stderr = shownStream(outcome.stderr, redactor);
  const { status, reason, error } = statusOf(outcome, plan, redactor);
  const common = {
    error,
    exitCode: outcome.exitCode,
    durationMs: Math.round(outcome.durationMs),
    stdout,
    stderr,
    redactions: sum([...stdout.counts, ...stderr.counts]),
  };
  if (status !== 'success') return { ...common, status, reason, parsed: {} };
  const { fault, ...parsed } = await parse(plan, stdout);
  return fault === undefined
    ? { ...common, status, reason, parsed }
    : { ...common, status: 'validation_failed', reason: fault, parsed };
}

function shownStream({ bytes, total }: ProcessOutcome['stdout'], { apply, secrets }: Redactor): ShownStream {
  const isTruncated = total > bytes.length;
  const { text: whole, counts } = apply(decodeOutput(bytes));
  const text = isTruncated ? maskCutSecret(whole, secrets) : whole;
  return { text, bytes: Buffer.byteLength(text), sha256: sha256(text), isTruncated, total, counts };
}

type Status = Pick<ReadOutcome, 'status' | 'reason' | 'error'>;

function statusOf({ end, exitCode, error }: ProcessOutcome, plan: CommandPlan, redactor: Redactor): Status {
  const quiet = { reason: '', error: '' };
  if (end === 'timed_out') return { ...quiet, status: 'timed_out', reason: 'execution timed out' };
  if (end === 'cancelled') return { ...quiet, status: 'cancelled', reason: 'execution cancelled' };
  if (end === 'not_started' || end === 'pipes_held') {
    return { ...quiet, status: 'error', error: redactor.apply(error ?? '').text };
  }
  if (exitCode === 0 || plan.successExitCodes.includes(exitCode)) return { ...quiet, status: 'success' };
  return { ...quiet, status: 'failed', reason: `process exited with code ${exitCode}` };
}

async function parse(
  { output }: CommandPlan,
  { text, isTruncated }: ShownStream,
): Promise<ReadOutcome['parsed'] & { readonly fault?: string }> {
  if (output.schema !== null) {
    const result = await structuredResult(output.schema, text, isTruncated);
    if (!result.ok) return { fault: result.fault };
    return { output: result.value, structured_output: result.json };
  }
  const parsed = await parseOutput(output.parser, text);
  if (parsed.ok) return parsed.value === undefined ? {} : { output: parsed.value };
  return { parser_error: parsed.error, ...(output.isRequired && { fault: 'output_invalid_json' }) };
}

function sum(counts: readonly RedactionCount[]): readonly RedactionCount[] {
  const totals = new Map<string, RedactionCount>();
  for (const { name, type, count } of counts) {
    totals.set(`${type} ${name}`, { name, type, count: count + (totals.get(`${type} ${name}`)?.count ?? 0) });
  }
  return [...totals.values()];
}
