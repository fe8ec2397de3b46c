import type { RiskRating } from '@packwright/schema';
import { argumentsHash } from '../journal/arguments-hash.ts';
import type { ActionOfPack } from '../plan/loaded-pack.ts';
import type { JournalEvent, JournalEventType } from '../ports/journal-port.ts';
import type { ReadOutcome } from './read-outcome.ts';
import type { RunStatus } from './run-result.ts';
import type { ShownPlan } from './shown-plan.ts';

const PREVIEW_BYTES = 4_096;

/** What every event of one run says. */
export interface RunFacts {
  readonly requestId: string;
  readonly reason: string;
  readonly actionId: string;
  readonly action?: ActionOfPack;
  readonly risk?: RiskRating;
}

/** That a run was refused. Arguments are never kept of one. */
export const refusalEvent = (type: JournalEventType, facts: RunFacts, error: string): JournalEvent => ({
  event_type: type,
  ...common(facts),
  request: { reason: facts.reason },
  error,
});

/** That a run is about to start. */
export const startEvent = (facts: RunFacts, shown: ShownPlan): JournalEvent => ({
  event_type: 'execution_started',
  ...common(facts),
  request: {
    args_sha256: argumentsHash(shown.arguments),
    args_redacted: JSON.parse(shown.arguments),
    reason: facts.reason,
  },
  execution: planned(shown),
});

/** How a run ended. */
export const endEvent = (facts: RunFacts, shown: ShownPlan, outcome: ReadOutcome): JournalEvent => ({
  event_type: ENDS[outcome.status] ?? 'execution_failed',
  ...common(facts),
  request: { args_sha256: argumentsHash(shown.arguments), reason: facts.reason },
  execution: {
    ...planned(shown),
    exit_code: outcome.exitCode,
    duration_ms: outcome.durationMs,
    timed_out: outcome.status === 'timed_out',
    stdout_sha256: outcome.stdout.sha256,
    stderr_sha256: outcome.stderr.sha256,
    stdout_preview: preview(outcome.stdout.text),
    stderr_preview: preview(outcome.stderr.text),
    stdout_bytes: outcome.stdout.bytes,
    stderr_bytes: outcome.stderr.bytes,
  },
  ...(outcome.redactions.length > 0 && { redactions: outcome.redactions }),
  ...((outcome.error || outcome.reason) !== '' && { error: outcome.error || outcome.reason }),
});

const ENDS: { readonly [Status in RunStatus]?: JournalEventType } = {
  success: 'execution_completed',
  failed: 'execution_completed',
  cancelled: 'action_cancelled',
  validation_failed: 'validation_failed',
};

function common({ requestId, actionId, action, risk }: RunFacts) {
  return {
    caller: { control_plane_request_id: requestId },
    ...(action && { pack_id: action.pack.id }),
    action_id: actionId,
    ...(action && { metadata: { kind: action.view.kind, risk: risk ?? action.view.risk } }),
  };
}

const planned = (shown: ShownPlan) => ({
  binary: shown.binary,
  argv: shown.argv,
  argv_sha256: shown.argvSha256,
  cwd: shown.cwd,
  env_keys: shown.envKeys,
  timeout: shown.timeout,
  ...(shown.scriptSha256 !== null && { script_sha256: shown.scriptSha256 }),
  executed_command: shown.command,
});

/** Cut at a byte, as the reference does; a character that is cut in two becomes U+FFFD. */
function preview(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= PREVIEW_BYTES ? text : `${bytes.toString('utf8', 0, PREVIEW_BYTES)}...[truncated]`;
}
