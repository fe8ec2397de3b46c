import { compareUtf8, type ExactJson, ExactNumber, type ExactObject } from '@packwright/values';
import { jsonDocument } from './json.ts';
import { plainNumber } from './plain-number.ts';

/** Lines of `key='value'` in UTF-8 order, nested keys joined by dots, without a last line break (spec 3.3). */
export function dotenvDocument(parameters: ExactObject): string {
  return [...entries(parameters)]
    .map(([key, text]) => `${key}='${quoted(text)}'`)
    .toSorted(compareUtf8)
    .join('\n');
}

/** A key that two parameters would be written under, as `a.b` beside `a: {b: …}`; undefined for none. */
export function collidingKey(parameters: ExactObject): string | undefined {
  const seen = new Set<string>();
  for (const [key] of entries(parameters)) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return undefined;
}

/** What stands between the quotes of a line. */
export const quoted = (text: string): string => text.replaceAll("'", "'\\''");

function* entries(object: ExactObject, prefix = ''): Generator<readonly [string, string]> {
  for (const [name, value] of object) {
    if (value instanceof Map) yield* entries(value, `${prefix}${name}.`);
    else yield [prefix + name, textOf(value)];
  }
}

function textOf(value: ExactJson): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return value instanceof ExactNumber ? plainNumber(value) : jsonDocument(value);
}
