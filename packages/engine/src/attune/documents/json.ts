import { compareUtf8, type ExactJson, ExactNumber } from '@packwright/values';

/** Compact JSON on one line, numbers as written, keys in UTF-8 order, so that one value is one text (spec 3.3). */
export function jsonDocument(value: ExactJson): string {
  if (value instanceof ExactNumber) return value.literal;
  if (value instanceof Map) {
    const keys = [...value.keys()].toSorted(compareUtf8);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${jsonDocument(value.get(key) ?? null)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(jsonDocument).join(',')}]`;
  return JSON.stringify(value);
}
