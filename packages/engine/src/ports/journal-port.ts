import type { RiskRating } from '@packwright/schema';
import type { RedactionCount } from '../run/run-result.ts';

/** What happened, in the words of specs/emisar 7.10. */
export type JournalEventType =
  | 'validation_failed'
  | 'dispatch_refused'
  | 'execution_started'
  | 'execution_completed'
  | 'execution_failed'
  | 'action_cancelled'
  | 'action_blocked_by_admission';

export interface JournalEvent {
  readonly event_type: JournalEventType;
  /** Ties the end of a run to its start. */
  readonly caller: { readonly control_plane_request_id?: string };
  readonly pack_id?: string;
  readonly action_id?: string;
  /** Of a refused run only the reason is kept. */
  readonly request?: {
    readonly args_sha256?: string;
    readonly args_redacted?: unknown;
    readonly reason?: string;
  };
  readonly metadata?: { readonly kind: string; readonly risk: RiskRating };
  readonly execution?: JournalExecution;
  readonly redactions?: readonly RedactionCount[];
  readonly error?: string;
}

export interface JournalExecution {
  readonly binary?: string;
  readonly argv?: readonly string[];
  readonly argv_sha256?: string;
  readonly cwd?: string;
  readonly env_keys?: readonly string[];
  readonly timeout?: string;
  readonly exit_code?: number;
  readonly duration_ms?: number;
  readonly timed_out?: boolean;
  readonly stdout_sha256?: string;
  readonly stderr_sha256?: string;
  readonly stdout_preview?: string;
  readonly stderr_preview?: string;
  readonly stdout_bytes?: number;
  readonly stderr_bytes?: number;
  readonly script_sha256?: string;
  readonly executed_command?: string;
}

/** Where every run is written down before it starts and after it ended. */
export interface JournalPort {
  /** Resolves to the id of the event once it is on the disk; throws when it is not. */
  record(event: JournalEvent): Promise<string>;
}
