import { type ExactJson, ExactNumber, toWellFormed } from '@packwright/values';
import { UntypedMap } from '../../structure/untyped-map.ts';
import type { OutputSchemaProblem, SchemaPath } from './problem.ts';

/** An authored value as the JSON that Go's encoder makes of it; what JSON cannot hold is reported and left null. */
export function toJson(value: unknown, problems: OutputSchemaProblem[], path: SchemaPath = []): ExactJson {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'string') return toWellFormed(value);
  if (typeof value === 'bigint') return new ExactNumber(value.toString());
  if (value instanceof Date) return value.toISOString().replace(/\.?0*Z$/, 'Z');
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, problems, [...path, index]));
  if (typeof value === 'number' && Number.isFinite(value)) {
    return new ExactNumber(Object.is(value, -0) ? '-0' : String(value));
  }
  if (typeof value === 'object' && !(value instanceof UntypedMap)) {
    const entries = Object.entries(value).map(([key, item]) => {
      return [toWellFormed(key), toJson(item, problems, [...path, key])] as const;
    });
    return new Map(entries);
  }
  const message =
    value instanceof UntypedMap
      ? 'a key of this mapping is not text'
      : `${String(value)} has no place in JSON`;
  const hint = value instanceof UntypedMap ? { hint: 'put the key in quotes' } : {};
  problems.push({ kind: 'not-json', path, at: 'value', message, ...hint });
  return null;
}

const COSTS_MORE = /[<>&\u2028\u2029]/g;

/** Bytes of the value as Go's encoder writes it, with `<`, `>`, `&`, U+2028 and U+2029 as six-character escapes. */
export function escapedForGo(json: string): string {
  return json.replace(
    COSTS_MORE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
