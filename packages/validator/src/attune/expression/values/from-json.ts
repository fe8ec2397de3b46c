import { ExactNumber } from '@packwright/values';
import { ExpressionError } from '../expression-error.ts';
import { MAX_VALUE_DEPTH } from '../limits.ts';
import type { ExpressionValue } from './expression-value.ts';
import { finiteOrNull, isWholeJson } from './int64.ts';

const NOWHERE = { start: 0, end: 0 };
const WHOLE = /^-?[0-9]+$/;

/**
 * Plain data (from `JSON.parse`, a decoded document or `parseExactJson`) as a value of expressions. A JavaScript number
 * without a fraction part becomes a whole one up to 2^53; only exact JSON tells `2` from `2.0`.
 * Throws `ExpressionError` for what JSON cannot say, and for nesting beyond 500 levels.
 */
export function fromJson(json: unknown): ExpressionValue {
  return convert(json, 0);
}

function convert(json: unknown, depth: number): ExpressionValue {
  if (depth > MAX_VALUE_DEPTH) {
    throw new ExpressionError('budget', `the value nests deeper than ${MAX_VALUE_DEPTH} levels`, NOWHERE);
  }
  switch (typeof json) {
    case 'string':
    case 'boolean':
      return json;
    case 'bigint':
      return isWholeJson(json) ? json : Number(json);
    case 'number':
      return fromNumber(json);
    case 'undefined':
      return null;
    case 'object':
      return json === null ? null : fromObject(json, depth);
    default:
      throw new ExpressionError('type', `a ${typeof json} is not a value`, NOWHERE);
  }
}

function fromObject(json: object, depth: number): ExpressionValue {
  if (json instanceof ExactNumber) return fromLiteral(json.literal);
  if (Array.isArray(json)) return Array.from(json, (item) => convert(item, depth + 1));
  const entries: Iterable<[unknown, unknown]> = json instanceof Map ? json : Object.entries(json);
  const object = new Map<string, ExpressionValue>();
  for (const [key, value] of entries) object.set(String(key), convert(value, depth + 1));
  return object;
}

function fromNumber(value: number): ExpressionValue {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : finiteOrNull(value);
}

function fromLiteral(literal: string): ExpressionValue {
  // Attune's JSON reader takes `-0` for a float, since no whole number keeps its sign.
  if (!WHOLE.test(literal) || literal === '-0') return finiteOrNull(Number(literal));
  const whole = literal.length <= 20 ? BigInt(literal) : undefined;
  return whole !== undefined && isWholeJson(whole) ? whole : finiteOrNull(Number(literal));
}
