import { RE2JS, RE2JSException } from 're2js';
import { fromGo } from './go-dialect.ts';

/** A pattern compiled by the full engine. */
export interface FullPattern {
  /** How many instructions it has; the time of a search is at most this times the length of the value. */
  readonly size: number;
  test(value: string): boolean;
}

/** What the full engine says of a pattern; `fragment` is the text that it stumbled on. */
export type FullAnswer =
  | { readonly ok: true; readonly pattern: FullPattern }
  | { readonly ok: false; readonly fault: string; readonly fragment: string };

const ERROR = /^error parsing regexp: ([^`]*?)(?:: `(.*)`)?$/s;

/** Compiles any pattern, and accepts what Go's `regexp` accepts. */
export function compileFully(text: string): FullAnswer {
  const ported = fromGo(text);
  if (!ported.ok) return { ok: false, fault: 'invalid character class range', fragment: ported.unknownName };
  try {
    const pattern = RE2JS.compile(ported.text);
    return { ok: true, pattern: { size: pattern.programSize(), test: (value) => pattern.test(value) } };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const [, fault = error.message, fragment = ''] = ERROR.exec(error.message) ?? [];
    return { ok: false, fault, fragment };
  }
}
