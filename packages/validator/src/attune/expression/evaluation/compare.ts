import { compareUtf8 } from '@packwright/values';
import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import type { Comparison } from '../syntax/node.ts';
import { isEqual } from '../values/equal.ts';
import type { ExpressionValue } from '../values/expression-value.ts';
import { kindOf } from '../values/kind.ts';
import type { Budget } from './budget.ts';
import { isIn } from './membership.ts';
import { operandFault } from './operand-fault.ts';

/** `a operator b` as true or false. */
export function compare(
  operator: Comparison,
  a: ExpressionValue,
  b: ExpressionValue,
  budget: Budget,
  at: Span,
): boolean {
  switch (operator) {
    case '==':
      return isEqual(a, b, budget, at);
    case '!=':
      return !isEqual(a, b, budget, at);
    case 'in':
      return isIn(a, b, budget, at);
    case '<':
      return order(operator, a, b, at) < 0;
    case '<=':
      return order(operator, a, b, at) <= 0;
    case '>':
      return order(operator, a, b, at) > 0;
    case '>=':
      return order(operator, a, b, at) >= 0;
  }
}

// Whole numbers are ordered as floats, as in Attune.
function order(operator: Comparison, a: ExpressionValue, b: ExpressionValue, at: Span): number {
  const fault = operandFault(operator, kindOf(a), kindOf(b));
  if (fault) throw new ExpressionError('type', fault.message, at, fault.hint);
  if (typeof a === 'string' && typeof b === 'string') return compareUtf8(a, b);
  return Math.sign(Number(a) - Number(b));
}
