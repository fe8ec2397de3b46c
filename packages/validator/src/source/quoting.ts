import { HASH } from './characters.ts';
import { indentationAt, lineEndAt, lineStartAt, nextLineAt } from './text-lines.ts';
import type { YamlFix } from './yaml-fault.ts';

/** The rest of a line as one value, a comment left out, and the same in quotes. */
export interface QuotableRest {
  readonly end: number;
  readonly quoted: string;
  /** A fix that quotes it, when it certainly ends on its line and is no key. */
  readonly fix: YamlFix | undefined;
}

/** What an author would quote who meant everything from `start` to the end of its line as one text. */
export function quotableRest(text: string, start: number): QuotableRest {
  const end = valueEnd(text, start);
  const rest = text.slice(start, end);
  const quoted = quote(rest);
  const next = nextLineAt(text, end);
  const goesOn = next !== undefined && indentationAt(text, next) > keyColumnAt(text, start);
  const isCertain = !goesOn && !/:(\s|$)/.test(rest);
  const fix = isCertain ? { title: 'quote the value', span: { start, end }, newText: quoted } : undefined;
  return { end, quoted, fix };
}

/** A text in double quotes, or in single ones where that saves escapes. */
export function quote(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** The column of the key, or of the last `-`, on the line of an offset. */
function keyColumnAt(text: string, offset: number): number {
  const start = lineStartAt(text, offset);
  const lead = /^ *(?:- +)*/.exec(text.slice(start, offset)) as RegExpExecArray;
  return start + lead[0].length === offset ? lead[0].trimEnd().length - 1 : lead[0].length;
}

function valueEnd(text: string, start: number): number {
  const lineEnd = lineEndAt(text, start);
  for (let pos = start + 1; pos < lineEnd; pos++) {
    if (text.charCodeAt(pos) === HASH && /\s/.test(text.charAt(pos - 1)))
      return text.slice(0, pos).trimEnd().length;
  }
  return lineEnd;
}
