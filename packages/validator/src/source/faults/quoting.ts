import { HASH, SPACE, TAB } from '../scanning/characters.ts';
import type { YamlFix } from '../yaml-fault.ts';
import { indentationAt, lineEndAt, lineStartAt, nextLineAt } from './text-lines.ts';

/** What an author would quote who meant one text. */
export interface Quotable {
  readonly end: number;
  readonly hint: string;
  /** A fix that quotes it, when it is certain where it ends and that it is no key. */
  readonly fix: YamlFix | undefined;
}

const LONGEST_IN_HINT = 60;
const LONGEST_IN_FIX = 1000;

/** The rest of the line from `start` on as one text, a comment left out. */
export function quotableRest(text: string, start: number): Quotable {
  const end = restEnd(text, start);
  const next = nextLineAt(text, end);
  const goesOn = next !== undefined && indentationAt(text, next) > keyColumnAt(text, start);
  return quotable(text, start, end, !goesOn);
}

/** The text from `start` to the next comma or closing bracket of its line. */
export function quotableItem(text: string, start: number): Quotable {
  const rest = text.slice(start, Math.min(restEnd(text, start), start + LONGEST_IN_FIX));
  const length = rest.search(/\s*[,\]}]/);
  const end = start + (length < 0 ? rest.length : length);
  return quotable(text, start, end, length > 0 && !/["'[{]/.test(text.slice(start, end)));
}

function quotable(text: string, start: number, end: number, endIsCertain: boolean): Quotable {
  const isCertain =
    endIsCertain &&
    end - start <= LONGEST_IN_FIX &&
    !/:(\s|$)/.test(text.slice(start, end)) &&
    beginsValue(text, start);
  const fix = isCertain
    ? { title: 'quote the value', span: { start, end }, newText: quote(text, start, end) }
    : undefined;
  return { end, hint: quoteHint(text, start, end), fix };
}

/** Whether only a value can begin at an offset: behind `key: `, `- `, a comma or an opening bracket. */
function beginsValue(text: string, start: number): boolean {
  return /([:-] +|[,[{] *)$/.test(text.slice(lineStartAt(text, start), start));
}

/** The hint to quote `[start, end)`, showing how when that is short. */
export function quoteHint(text: string, start: number, end: number): string {
  return end - start > LONGEST_IN_HINT ? 'quote the value' : `quote the value: ${quote(text, start, end)}`;
}

/** `[start, end)` in double quotes, or in single ones where that saves escapes. */
function quote(text: string, start: number, end: number): string {
  const value = text.slice(start, end);
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** The column of the key, or of the last `-`, on the line of an offset. */
function keyColumnAt(text: string, offset: number): number {
  const start = lineStartAt(text, offset);
  const lead = /^ *(?:- +)*/.exec(text.slice(start, offset))?.[0] ?? '';
  return start + lead.length === offset ? lead.trimEnd().length - 1 : lead.length;
}

function restEnd(text: string, start: number): number {
  const lineEnd = lineEndAt(text, start);
  for (let pos = start + 1; pos < lineEnd; pos++) {
    if (text.charCodeAt(pos) !== HASH || !isBlank(text.charCodeAt(pos - 1))) continue;
    while (isBlank(text.charCodeAt(pos - 1))) pos--;
    return pos;
  }
  return lineEnd;
}

function isBlank(c: number): boolean {
  return c === SPACE || c === TAB;
}
