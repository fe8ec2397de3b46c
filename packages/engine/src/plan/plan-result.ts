import type { CommandPlan } from './command-plan.ts';

/** Why no plan could be made: the caller's arguments are at fault, or what they would be put into. */
export interface PlanRefusal {
  readonly status: 'validation_failed' | 'error';
  /** Stable within a format: `pattern`, `allowed_prefixes`, `secret_in_env`. */
  readonly code: string;
  /** The argument it is about; empty when it is about no single one. */
  readonly arg: string;
  /** Never holds a sensitive value. */
  readonly message: string;
  readonly hint?: string;
}

export type PlanResult =
  | { readonly ok: true; readonly plan: CommandPlan }
  | { readonly ok: false; readonly refusal: PlanRefusal };

/** What a caller may ask for within what the action declares; what is outside is brought inside, never refused. */
export interface PlanOptions {
  readonly timeoutMs?: number;
  readonly maxStdoutBytes?: number;
  readonly maxStderrBytes?: number;
}
