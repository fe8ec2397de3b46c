import { RE2JS, RE2JSException } from 're2js';

/** A pattern that is ready to be searched for. */
export interface Pattern {
  /** Whether the pattern occurs anywhere in the value. */
  test(value: string): boolean;
}

/** A pattern, or why the text is none. */
export type CompiledPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly reason: string; readonly offset?: number };

const compiled = new Map<string, CompiledPattern>();

/** Reads a regular expression by the rules of RE2. The same text gives the same answer object. */
export function compilePattern(text: string): CompiledPattern {
  const known = compiled.get(text);
  if (known) return known;
  const answer = compile(text);
  compiled.set(text, answer);
  return answer;
}

function compile(text: string): CompiledPattern {
  try {
    return { ok: true, pattern: RE2JS.compile(text) };
  } catch (error) {
    if (error instanceof RE2JSException) return { ok: false, reason: error.message };
    throw error;
  }
}
