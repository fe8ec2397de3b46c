import type { Span } from '../../../source/span.ts';
import type { ExpressionErrorCode } from '../expression-error.ts';
import { MAX_FINDINGS } from '../limits.ts';
import { ANY_SHAPE, type Shape } from './shape.ts';

/**
 * What is wrong with an expression: whatever makes it fail, a comparison that never holds, braces that are none, or a
 * path of a rule that is no path.
 */
export type FindingKind = ExpressionErrorCode | 'never-equal' | 'unclosed' | 'not-a-path';

/** Something wrong in a text that holds expressions; the place is in UTF-16 units of that text. */
export interface ExpressionFinding {
  readonly kind: FindingKind;
  readonly at: Span;
  readonly message: string;
  readonly hint?: string;
}

/** What a check of a text found, in the order of the text, and what its value will look like. */
export interface ExpressionCheck {
  readonly findings: readonly ExpressionFinding[];
  readonly shape: Shape;
}

/** Collects findings up to a limit, so that a hostile text cannot make a report of any size. */
export class Findings {
  readonly all: ExpressionFinding[] = [];

  get isFull(): boolean {
    return this.all.length >= MAX_FINDINGS;
  }

  add(kind: FindingKind, at: Span, message: string, hint?: string): Shape {
    if (!this.isFull) this.all.push({ kind, at, message, ...(hint !== undefined && { hint }) });
    return ANY_SHAPE;
  }
}
