import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import { isEqual } from '../values/equal.ts';
import { type ExpressionValue, isList, isObject } from '../values/expression-value.ts';
import { kindOf } from '../values/kind.ts';
import type { Budget } from './budget.ts';
import { operandFault } from './operand-fault.ts';

/** `wanted in whole`: an entry of a list, a key of an object, a part of a text. */
export function isIn(wanted: ExpressionValue, whole: ExpressionValue, budget: Budget, at: Span): boolean {
  const fault = operandFault('in', kindOf(wanted), kindOf(whole));
  if (fault) throw new ExpressionError('type', fault.message, at, fault.hint);
  if (isList(whole)) return whole.some((item) => isEqual(wanted, item, budget, at));
  if (isObject(whole)) return whole.has(String(wanted));
  const text = String(whole);
  budget.spendOnText(text.length, at);
  return text.includes(String(wanted));
}
