import { ExactJsonError, parseExactJson } from './exact-json.ts';

/**
 * The line, counted from 1, on which a JSON text stops being one; of a sound text the line where the value at a path
 * begins, or where that is not there, the value around it.
 */
export function jsonLine(text: string, path: readonly PropertyKey[]): number {
  try {
    parseExactJson(text);
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    return lineAt(text, error.offset);
  }
  return lineAt(text, offsetOf(text, path));
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

function offsetOf(text: string, path: readonly PropertyKey[]): number {
  const tokens = [...text.matchAll(TOKEN)];
  const word = (at: number): string => tokens[at]?.[0] ?? '';
  /** The token behind the value that begins at one. */
  const behind = (start: number): number => {
    let depth = 0;
    for (let at = start; at < tokens.length; at++) {
      if (/^[{[]$/.test(word(at))) depth += 1;
      if (/^[}\]]$/.test(word(at))) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return tokens.length;
  };
  /** The token at which a member of the value that begins at one begins. */
  const memberOf = (start: number, step: PropertyKey): number | undefined => {
    const isObject = word(start) === '{';
    if (!isObject && word(start) !== '[') return undefined;
    let at = start + 1;
    for (let index = 0; at < tokens.length && !/^[}\]]$/.test(word(at)); index++) {
      const key = isObject ? JSON.parse(word(at)) : index;
      const value = isObject ? at + 2 : at;
      if (key === step) return value;
      at = behind(value);
      if (word(at) === ',') at += 1;
    }
    return undefined;
  };
  let at = 0;
  for (const step of path) {
    const next = memberOf(at, step);
    if (next === undefined) break;
    at = next;
  }
  return tokens[at]?.index ?? 0;
}
