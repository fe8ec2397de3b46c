import { compareUtf8 } from '@packwright/values';
import type { Span } from '../../../source/span.ts';
import { type Budget, checkDepth } from '../evaluation/budget.ts';
import { type ExpressionValue, isList, isObject } from './expression-value.ts';
import { floatText } from './float-text.ts';

/**
 * A value as text, as `string()` and `join()` have it: texts as they are, null as `null`, lists and objects as
 * compact JSON with the keys in UTF-8 order.
 */
export function textOf(value: ExpressionValue, budget: Budget, at: Span): string {
  if (typeof value !== 'string') return jsonText(value, budget, at);
  budget.spendOnText(value.length, at);
  return value;
}

/** A value inside the text of a template, where null is nothing. */
export function textInTemplate(value: ExpressionValue, budget: Budget, at: Span): string {
  return value === null ? '' : textOf(value, budget, at);
}

/** Compact JSON as Attune writes it. */
function jsonText(value: ExpressionValue, budget: Budget, at: Span): string {
  const parts: string[] = [];
  write(value, parts, 0, budget, at);
  return parts.join('');
}

function write(value: ExpressionValue, parts: string[], depth: number, budget: Budget, at: Span): void {
  budget.spend(1, at);
  checkDepth(depth, at);
  if (isList(value)) {
    for (const [index, item] of value.entries()) {
      parts.push(index === 0 ? '[' : ',');
      write(item, parts, depth + 1, budget, at);
    }
    parts.push(value.length === 0 ? '[]' : ']');
    return;
  }
  if (isObject(value)) {
    for (const [index, key] of sortedKeys(value).entries()) {
      budget.spendOnText(key.length, at);
      parts.push(index === 0 ? '{' : ',', JSON.stringify(key), ':');
      write(value.get(key) ?? null, parts, depth + 1, budget, at);
    }
    parts.push(value.size === 0 ? '{}' : '}');
    return;
  }
  if (typeof value === 'string') budget.spendOnText(value.length, at);
  parts.push(scalarText(value));
}

function scalarText(value: null | boolean | string | bigint | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? floatText(value) : 'null';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** The keys of an object in the order in which Attune keeps them. */
export const sortedKeys = (object: ReadonlyMap<string, ExpressionValue>): string[] =>
  [...object.keys()].sort(compareUtf8);
