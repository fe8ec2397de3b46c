import { re2 } from '#re2';
import { fromGo } from './go-dialect.ts';
import { readGoTemplate, type TemplatePiece } from './go-template.ts';

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
  const { RE2JS, RE2JSException } = re2();
  try {
    const pattern = RE2JS.compile(ported.text);
    return { ok: true, pattern: { size: pattern.programSize(), test: (value) => pattern.test(value) } };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const [, fault = error.message, fragment = ''] = ERROR.exec(error.message) ?? [];
    return { ok: false, fault, fragment };
  }
}

/** A text with every match replaced, and how many there were. */
export interface Replaced {
  readonly text: string;
  readonly count: number;
}

/** Replaces the matches of a pattern that compiles, by a template in Go's words. */
export function replacerOf(text: string, template: string): (value: string) => Replaced {
  const ported = fromGo(text, 'numbered');
  if (!ported.ok) throw new Error(`no pattern: ${JSON.stringify(text)}`);
  const pattern = re2().RE2JS.compile(ported.text);
  const pieces = readGoTemplate(template).map((piece) => numbered(piece, ported.names));
  const groups = pattern.groupCount();
  return (value) => {
    const matcher = pattern.matcher(value);
    let replaced = '';
    let at = 0;
    let count = 0;
    while (matcher.find()) {
      // As in Go, an empty match right behind another one is none.
      if (count > 0 && matcher.end() === at && matcher.start() === at) continue;
      replaced += value.slice(at, matcher.start());
      for (const piece of pieces) {
        if (typeof piece === 'string') replaced += piece;
        else if (piece <= groups) replaced += matcher.group(piece) ?? '';
      }
      at = matcher.end();
      count += 1;
    }
    return { text: replaced + value.slice(at), count };
  };
}

/** A group that does not exist stands for nothing. */
function numbered(piece: TemplatePiece, names: ReadonlyMap<string, number>): string | number {
  if (typeof piece === 'string') return piece;
  if (/^[0-9]{1,9}$/.test(piece.group)) return Number(piece.group);
  return names.get(piece.group) ?? '';
}
