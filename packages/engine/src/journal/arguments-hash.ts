import { compareUtf8, type ExactJson, ExactNumber, parseExactJson } from '@packwright/values';
import { sha256 } from '../sha256.ts';

/** SHA-256 of arguments as JSON with sorted keys, in Go's spelling of strings (specs/emisar 7.10). */
export const argumentsHash = (argumentsJson: string): string => sha256(sorted(parseExactJson(argumentsJson)));

function sorted(value: ExactJson): string {
  if (value instanceof ExactNumber) return value.literal;
  if (value instanceof Map) {
    const keys = [...value.keys()].toSorted(compareUtf8);
    return `{${keys.map((key) => `${goText(key)}:${sorted(value.get(key) as ExactJson)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  return typeof value === 'string' ? goText(value) : JSON.stringify(value);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A string as Go's `encoding/json` writes it: safe within HTML. */
const goText = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (found) => ESCAPED[found] as string);
