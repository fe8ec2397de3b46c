import { type ExactJson, ExactNumber } from '@packwright/values';
import { checkDepth } from '../evaluation/budget.ts';
import { type ExpressionValue, isList, isObject } from './expression-value.ts';
import { floatText } from './float-text.ts';
import { sortedKeys } from './text-of.ts';

const NOWHERE = { start: 0, end: 0 };

/** A value as JSON with its numbers as Attune writes them and its keys in UTF-8 order, ready for `writeExactJson`. */
export function toExactJson(value: ExpressionValue): ExactJson {
  return convert(value, 0);
}

function convert(value: ExpressionValue, depth: number): ExactJson {
  checkDepth(depth, NOWHERE);
  if (typeof value === 'bigint') return new ExactNumber(String(value));
  if (typeof value === 'number') return Number.isFinite(value) ? new ExactNumber(floatText(value)) : null;
  if (isList(value)) return value.map((item) => convert(item, depth + 1));
  if (!isObject(value)) return value;
  return new Map(sortedKeys(value).map((key) => [key, convert(value.get(key) ?? null, depth + 1)]));
}
