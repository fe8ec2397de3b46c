import type { ProblemCode, ProblemDetails } from './problem.ts';

/** Why an entry of `domains` or `paths` is no pattern. */
export interface RefusedEntry {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  readonly details: ProblemDetails;
}

export function refused(
  code: ProblemCode,
  message: string,
  hint: string,
  details: ProblemDetails = {},
): RefusedEntry {
  return { ok: false, code, message, hint, details };
}
