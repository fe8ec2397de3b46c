import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import type { Arithmetic } from '../syntax/node.ts';
import { type ExpressionValue, isList } from '../values/expression-value.ts';
import { finiteOrNull, isInt64 } from '../values/int64.ts';
import { describeKinds, INT, kindOf, NUMBER } from '../values/kind.ts';
import type { Budget } from './budget.ts';
import { operandFault } from './operand-fault.ts';

/** A whole number that fits 64 bits. Attune's release builds wrap around instead; here that is an error. */
export function checkedInteger(value: bigint, at: Span): bigint {
  if (isInt64(value)) return value;
  throw new ExpressionError('overflow', 'the whole number does not fit 64 bits', at);
}

/** `a operator b` for numbers; `+` also joins two texts or two lists. */
export function calculate(
  operator: Arithmetic,
  a: ExpressionValue,
  b: ExpressionValue,
  budget: Budget,
  at: Span,
): ExpressionValue {
  const fault = operandFault(operator, kindOf(a), kindOf(b));
  if (fault) throw new ExpressionError('type', fault.message, at, fault.hint);
  if (typeof a === 'string') {
    const joined = a + String(b);
    budget.spendOnText(joined.length, at);
    return joined;
  }
  if (isList(a) && isList(b)) {
    budget.spend(a.length + b.length, at);
    return [...a, ...b];
  }
  if ((operator === '/' || operator === '%') && Number(b) === 0) {
    throw new ExpressionError('division-by-zero', 'the divisor is 0', at);
  }
  if ((kindOf(a) | kindOf(b)) === INT) return onIntegers(operator, a as bigint, b as bigint, at);
  return finiteOrNull(onFloats(operator, Number(a), Number(b)));
}

function onIntegers(operator: Arithmetic, a: bigint, b: bigint, at: Span): ExpressionValue {
  switch (operator) {
    case '+':
      return checkedInteger(a + b, at);
    case '-':
      return checkedInteger(a - b, at);
    case '*':
      return checkedInteger(a * b, at);
    case '/':
      return a % b === 0n ? checkedInteger(a / b, at) : Number(a) / Number(b);
    case '%':
      return a % b;
  }
}

function onFloats(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}

/** `-value`. */
export function negate(value: ExpressionValue, at: Span): ExpressionValue {
  const kind = kindOf(value);
  if (kind === INT) return checkedInteger(-(value as bigint), at);
  if ((kind & NUMBER) !== 0) return -Number(value);
  throw new ExpressionError('type', `"-" takes a number, not ${describeKinds(kind)}`, at);
}
