import { queryParts, writeQueryPart } from '../decision/query.ts';
import type { ExpressionInput } from '../expression/compile-expression.ts';
import { textFor } from './evaluate.ts';
import type { NamedValues, QueryChange } from './transform.ts';

/** The query after a change; parts that nothing names stay as they were sent, in their order (specs/evershell 3.10). */
export function applyQuery(change: QueryChange, query: string | null, input: ExpressionInput): string | null {
  const removed = new Set(change.remove);
  const parts = queryParts(query).filter(({ name }) => !removed.has(name));
  const set = new Map(written(change.set, input));
  const placed = new Set<string>();
  const kept = parts.flatMap(({ raw, name }) => {
    const value = set.get(name);
    if (value === undefined) return [raw];
    if (placed.has(name)) return [];
    placed.add(name);
    return [value];
  });
  const missing = [...set].filter(([name]) => !placed.has(name)).map(([, part]) => part);
  const added = written(change.add, input).map(([, part]) => part);
  const all = [...kept, ...missing, ...added];
  return all.length === 0 ? null : all.join('&');
}

function written(values: NamedValues, input: ExpressionInput): readonly (readonly [string, string])[] {
  return values.map(([name, value]) => [name, writeQueryPart(name, textFor(value, input))]);
}
