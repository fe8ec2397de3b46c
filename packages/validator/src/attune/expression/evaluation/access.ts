import type { Span } from '../../../source/span.ts';
import { quote } from '../../../structure/wording.ts';
import { ExpressionError } from '../expression-error.ts';
import { type ExpressionValue, isList, isObject } from '../values/expression-value.ts';
import { describeKinds, INT, kindOf } from '../values/kind.ts';
import type { Budget } from './budget.ts';

/** `object.name`. */
export function memberOf(object: ExpressionValue, name: string, at: Span): ExpressionValue {
  if (isObject(object)) return valueUnder(object, name, at);
  const message = `${describeKinds(kindOf(object))} has no ${quote(name)}: only objects have names`;
  throw new ExpressionError('type', message, at);
}

/** `object[index]`: an entry of a list or a character of a text, negative from the end, or a value of an object. */
export function entryOf(
  object: ExpressionValue,
  index: ExpressionValue,
  budget: Budget,
  at: Span,
): ExpressionValue {
  if (isObject(object)) {
    if (typeof index === 'string') return valueUnder(object, index, at);
    throw wrongIndex('an object', 'text', index, at);
  }
  if (!isList(object) && typeof object !== 'string') {
    throw new ExpressionError('type', `${describeKinds(kindOf(object))} has no entries`, at);
  }
  const isText = typeof object === 'string';
  if (typeof index !== 'bigint' || kindOf(index) !== INT) {
    throw wrongIndex(isText ? 'text' : 'a list', 'a whole number', index, at);
  }
  if (isText) budget.spend(object.length, at);
  const parts = isText ? [...object] : object;
  const found = parts[Number(index < 0n ? BigInt(parts.length) + index : index)];
  if (found !== undefined) return found;
  const [one, many] = isText ? ['character', 'characters'] : ['entry', 'entries'];
  const size = `${parts.length} ${parts.length === 1 ? one : many}`;
  throw new ExpressionError('out-of-range', `there is no [${index}] among ${size}`, at);
}

function valueUnder(object: ReadonlyMap<string, ExpressionValue>, name: string, at: Span): ExpressionValue {
  const value = object.get(name);
  if (value !== undefined) return value;
  const shown = quote(name);
  const hint = `ask first: ${shown} in the object`;
  throw new ExpressionError('unknown-member', `the object has no ${shown}`, at, hint);
}

function wrongIndex(what: string, wanted: string, index: ExpressionValue, at: Span): ExpressionError {
  const message = `${what} is asked by ${wanted}, not by ${describeKinds(kindOf(index))}`;
  return new ExpressionError('type', message, at);
}
