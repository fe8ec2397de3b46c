import { type ExpressionValue, isList, isObject } from './expression-value.ts';
import { isInt64 } from './int64.ts';

/** A set of kinds of values, as bits. */
export type Kinds = number;

export const NULL: Kinds = 1;
export const BOOL: Kinds = 2;
/** A whole number of 64 bits. */
export const INT: Kinds = 4;
export const FLOAT: Kinds = 8;
export const STRING: Kinds = 16;
export const LIST: Kinds = 32;
export const OBJECT: Kinds = 64;
export const NUMBER: Kinds = INT | FLOAT;
export const ANY: Kinds = NULL | BOOL | NUMBER | STRING | LIST | OBJECT;

/** The one kind of a value. A whole number beyond 64 bits with a sign counts as one with a fraction part. */
export function kindOf(value: ExpressionValue): Kinds {
  if (value === null) return NULL;
  if (isList(value)) return LIST;
  if (isObject(value)) return OBJECT;
  if (typeof value === 'bigint') return isInt64(value) ? INT : FLOAT;
  if (typeof value === 'number') return FLOAT;
  return typeof value === 'string' ? STRING : BOOL;
}

/** What `type_of()` answers. */
export function typeName(value: ExpressionValue): string {
  return NAMES.find(([kind]) => (kind & kindOf(value)) !== 0)?.[1] ?? 'null';
}

const NAMES: readonly (readonly [Kinds, string, string])[] = [
  [NULL, 'null', 'null'],
  [BOOL, 'bool', 'a boolean'],
  [NUMBER, 'number', 'a number'],
  [STRING, 'string', 'text'],
  [LIST, 'array', 'a list'],
  [OBJECT, 'object', 'an object'],
];

/** A set of kinds in words: `text, a list or an object`. */
export function describeKinds(kinds: Kinds): string {
  if (kinds === ANY) return 'any value';
  const words = NAMES.filter(([kind]) => (kind & kinds) !== 0).map(([kind, , words]) =>
    kind === NUMBER && (kinds & NUMBER) === INT ? 'a whole number' : words,
  );
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
