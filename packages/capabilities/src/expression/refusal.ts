import type { ProblemCode, ProblemDetails } from '../problem.ts';
import type { TextRange } from '../text-range.ts';

/** Why an expression is refused. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** Where in the expression, and what to write there. */
  readonly details: ProblemDetails;
}

/** A refusal of a part of an expression. */
export function refusal(code: ProblemCode, message: string, hint: string, at?: TextRange): Refusal {
  return { code, message, hint, details: at ? { range: { start: at.start, end: at.end } } : {} };
}
