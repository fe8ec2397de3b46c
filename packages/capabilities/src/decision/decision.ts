import type { Reservation } from '../budget/reservation.ts';
import type { ForwardedRequest } from '../transform/forwarded-request.ts';
import type { DenialReason, Stage } from './stage.ts';

/** A rule by what its author called it. */
export interface RuleName {
  readonly capability: string;
  /** Where the capability comes from, such as `role`. */
  readonly origin: string;
  /** Position in the capability. */
  readonly index: number;
  /** Null for a nameless rule. */
  readonly name: string | null;
}

/** The request goes on, changed by the transforms of the rule. */
export interface Admission {
  readonly decision: 'allow';
  readonly stage: 'forward';
  readonly capability: string;
  readonly rule: RuleName;
  /** Predicates and schemas that passed. */
  readonly validations: number;
  /** Names of the transforms that were applied, in their order. */
  readonly transforms: readonly string[];
  readonly forward: ForwardedRequest;
  /** What has to be settled when the response is there; null when nothing was reserved. */
  readonly reservation: Reservation | null;
}

/** The request goes nowhere. */
export interface Denial {
  readonly decision: 'deny';
  readonly stage: Stage;
  readonly reason: DenialReason;
  /** The capability whose rule admitted method and path; null when none got that far. */
  readonly capability: string | null;
  readonly rule: RuleName | null;
  readonly validations: number;
  /** More on the reason, for the author of the rule only: it can quote the request. */
  readonly detail: string | null;
  /** The counter without room, for `budget_exceeded`. */
  readonly counter: ExceededCounter | null;
  /** Reasons by the name of the transform that failed, as the audit log has them. */
  readonly transformsFailed: Readonly<Record<string, DenialReason>>;
  /** Reasons by the name of the credential that could not be had. */
  readonly authFailures: Readonly<Record<string, DenialReason>>;
}

export interface ExceededCounter {
  readonly name: string;
  readonly limit: number;
  /** Seconds until the window ends; null for a counter without one. */
  readonly retryAfter: number | null;
}

/** What happens to one request, and why (specs/evershell 3.14 and 3.15). */
export type Decision = Admission | Denial;
