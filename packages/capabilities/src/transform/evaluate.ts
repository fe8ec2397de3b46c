import { type ExactJson, ExactNumber, isWellFormed } from '@packwright/values';
import type { ExpressionInput } from '../expression/compile-expression.ts';
import { jsonOf, textOf } from '../expression/values.ts';
import type { Value } from './transform.ts';

/** Thrown out of a transform that cannot be applied; it says nothing of values, which may be secret. */
export class TransformFault extends Error {
  override readonly name = 'TransformFault';
}

/** A value as text for a header, a query parameter or a path. */
export function textFor(value: Value, input: ExpressionInput): string {
  const text = value.kind === 'literal' ? String(value.value) : textOf(evaluated(value, input));
  if (text === undefined) throw new TransformFault('the expression gives no text');
  if (!isWellFormed(text)) throw new TransformFault('the value holds half of a character');
  return text;
}

/** A value as JSON for a body. */
export function jsonFor(value: Value, input: ExpressionInput): ExactJson {
  const json = value.kind === 'literal' ? literal(value.value) : jsonOf(evaluated(value, input));
  if (json === undefined) throw new TransformFault('the expression gives no JSON');
  return json;
}

function literal(value: string | number | boolean | null): ExactJson {
  return typeof value === 'number' ? new ExactNumber(JSON.stringify(value)) : value;
}

function evaluated({ expression }: Extract<Value, { kind: 'computed' }>, input: ExpressionInput): unknown {
  try {
    return expression.evaluate(input);
  } catch {
    throw new TransformFault('the expression fails');
  }
}
