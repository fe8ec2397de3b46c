/** How a run ended, in the words of specs/emisar 7.6 and 8.3; the last three say that nothing was started. */
export type RunStatus =
  | 'success'
  | 'failed'
  | 'timed_out'
  | 'cancelled'
  | 'error'
  | 'validation_failed'
  | 'unknown_action'
  | 'blocked_by_admission'
  | 'pack_untrusted'
  | 'denied'
  | 'pack_hash_mismatch';

/** How often a rule masked something. */
export interface RedactionCount {
  readonly name: string;
  readonly type: 'literal' | 'regex';
  readonly count: number;
}

/** What a run came to, as specs/emisar 7.9 has it. What is zero or empty is left out. */
export interface RunResult {
  readonly status: RunStatus;
  /** The journal's id of the last event of this run; empty when nothing could be journaled. */
  readonly event_id: string;
  readonly local_audit_failed?: boolean;
  readonly action_id: string;
  /** -1 when the process was not started or was stopped. */
  readonly exit_code: number;
  readonly stdout?: string;
  readonly stderr?: string;
  /** Standard output as the action's parser reads it. */
  readonly output?: unknown;
  /** Canonical JSON of a result that fits the action's schema. */
  readonly structured_output?: string;
  readonly parser_error?: string;
  readonly duration_ms: number;
  /** Capitalised as specs/emisar 7.9 has it, unlike in the journal (7.10). */
  readonly redactions?: readonly {
    readonly Name: string;
    readonly Type: 'literal' | 'regex';
    readonly Count: number;
  }[];
  readonly reason?: string;
  readonly error?: string;
  readonly timed_out?: boolean;
  readonly stdout_sha256?: string;
  readonly stderr_sha256?: string;
  /** Of the redacted text. */
  readonly stdout_bytes?: number;
  readonly stderr_bytes?: number;
  readonly truncated_stdout?: boolean;
  readonly truncated_stderr?: boolean;
  /** What the process wrote in all, kept or not. */
  readonly total_stdout_bytes?: number;
  readonly total_stderr_bytes?: number;
  readonly executed_command?: string;
  /** What to do about a refusal. */
  readonly hint?: string;
}
