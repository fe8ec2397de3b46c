import type { Span } from '../../source/span.ts';

/** What kind of thing went wrong. `budget` is a limit of ours, all else is an error in Attune too. */
export type ExpressionErrorCode =
  | 'syntax'
  | 'filter'
  | 'unknown-name'
  | 'unknown-member'
  | 'unknown-function'
  | 'argument-count'
  | 'type'
  | 'out-of-range'
  | 'division-by-zero'
  | 'overflow'
  | 'pattern'
  | 'budget';

/** Why an expression cannot be read or has no value; the only error that this folder throws. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly code: ExpressionErrorCode;
  /** The part of the text at fault, in UTF-16 units of the text that was given. */
  readonly at: Span;
  /** What to write instead, where that is known. */
  readonly hint: string | undefined;

  constructor(code: ExpressionErrorCode, message: string, at: Span, hint?: string) {
    super(message);
    this.code = code;
    this.at = at;
    this.hint = hint;
  }
}
