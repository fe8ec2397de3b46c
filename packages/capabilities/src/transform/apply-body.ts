import type { ExactJson } from '@packwright/values';
import type { ExpressionInput } from '../expression/compile-expression.ts';
import { keysOf } from '../pointer.ts';
import { jsonFor, TransformFault } from './evaluate.ts';
import type { BodyChange } from './transform.ts';

/** The body after a change. What holds the changed member has to be there (specs/evershell 3.10). */
export function applyBody(change: BodyChange, body: ExactJson, input: ExpressionInput): ExactJson {
  const removed = change.remove.reduce((json, pointer) => remove(json, keysOf(pointer) ?? []), body);
  return change.set.reduce(
    (json, [pointer, value]) => set(json, keysOf(pointer) ?? [], jsonFor(value, input)),
    removed,
  );
}

function set(json: ExactJson, keys: readonly string[], value: ExactJson): ExactJson {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (json instanceof Map) {
    const member = json.get(key);
    if (member === undefined && rest.length > 0) throw missing();
    return new Map(json).set(key, set(member ?? null, rest, value));
  }
  if (!Array.isArray(json)) throw missing();
  const items: readonly ExactJson[] = json;
  const index = key === '-' ? items.length : indexOf(key);
  if (index === undefined || index > items.length || (index === items.length && rest.length > 0))
    throw missing();
  const changed = set(items[index] ?? null, rest, value);
  return [...items.slice(0, index), changed, ...items.slice(index + 1)];
}

/** What is not there is already removed. */
function remove(json: ExactJson, keys: readonly string[]): ExactJson {
  const [key, ...rest] = keys;
  if (key === undefined) return json;
  if (json instanceof Map) {
    const member = json.get(key);
    if (member === undefined) return json;
    const copy = new Map(json);
    if (rest.length === 0) copy.delete(key);
    else copy.set(key, remove(member, rest));
    return copy;
  }
  const index = Array.isArray(json) ? indexOf(key) : undefined;
  if (index === undefined) return json;
  const items = json as readonly ExactJson[];
  const item = items[index];
  if (item === undefined) return json;
  return [
    ...items.slice(0, index),
    ...(rest.length === 0 ? [] : [remove(item, rest)]),
    ...items.slice(index + 1),
  ];
}

function indexOf(key: string): number | undefined {
  return /^(?:0|[1-9][0-9]{0,8})$/.test(key) ? Number(key) : undefined;
}

function missing(): TransformFault {
  return new TransformFault('what would hold the member is not there');
}
