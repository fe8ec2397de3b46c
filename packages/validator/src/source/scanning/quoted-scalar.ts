import { markerInQuotes, unclosedQuote, unknownEscape } from '../faults/quote-faults.ts';
import { syntaxFault } from '../yaml-fault.ts';
import {
  BACKSLASH,
  DOUBLE_QUOTE,
  hexDigit,
  isBreak,
  LF,
  NEXT_LINE,
  NUL,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { breaksWithin, foldedBreaks } from './line-folding.ts';
import { TextPieces } from './text-pieces.ts';
import type { Token } from './token.ts';

/** Reads a quoted scalar; the cursor stands at its opening quote. */
export function scanQuotedScalar(cursor: Cursor, token: Token): void {
  const { text } = cursor;
  const start = cursor.pos;
  const quote = text.charCodeAt(start);
  const escapes = quote === DOUBLE_QUOTE;
  let pos = start + 1;
  let from = pos;
  let pieces: TextPieces | undefined;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === quote) {
      if (escapes || text.charCodeAt(pos + 1) !== SINGLE_QUOTE) break;
      pieces ??= new TextPieces();
      pieces.add(text.slice(from, pos + 1));
      pos += 2;
      from = pos;
    } else if (c === BACKSLASH && escapes) {
      pieces ??= new TextPieces();
      pieces.add(text.slice(from, pos));
      cursor.pos = pos;
      pieces.add(unescaped(cursor));
      pos = cursor.pos;
      from = pos;
      refuseMarker(cursor, start);
    } else if (c === LF || isBreak(c)) {
      pieces ??= new TextPieces();
      pieces.add(text.slice(from, beforeBlanks(text, from, pos)));
      cursor.pos = pos;
      skipBlankLines(cursor);
      refuseMarker(cursor, start);
      pieces.add(foldedBreaks(text, pos, cursor.pos));
      pos = cursor.pos;
      from = pos;
    } else if (c === NUL) {
      throw unclosedQuote(text, start);
    } else pos++;
  }
  cursor.pos = pos + 1;
  token.kind = 'scalar';
  token.style = escapes ? 'double' : 'single';
  token.start = start;
  token.end = cursor.pos;
  const last = text.slice(from, pos);
  if (pieces) pieces.add(last);
  token.value = pieces ? pieces.join() : last;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The text that the escape at the cursor stands for; moves behind it, and over the blanks after an escaped line end. */
function unescaped(cursor: Cursor): string {
  const { text, pos } = cursor;
  if (isBreak(text.charCodeAt(pos + 1))) {
    cursor.pos++;
    cursor.skipBreak();
    const from = cursor.pos;
    skipBlankLines(cursor);
    return breaksWithin(text, from, cursor.pos);
  }
  const letter = String.fromCodePoint(text.codePointAt(pos + 1) ?? 0);
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) {
    cursor.pos = pos + 2;
    return simple;
  }
  const digits = HEX_DIGITS.get(letter);
  if (digits === undefined) throw unknownEscape(text, pos, pos + 1 + letter.length);
  return unescapedCodePoint(cursor, digits);
}

function unescapedCodePoint(cursor: Cursor, digits: number): string {
  const { text, pos } = cursor;
  let code = 0;
  for (let i = pos + 2; i < pos + 2 + digits; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0)
      throw syntaxFault(pos, i, `the escape "${text.slice(pos, i)}" needs ${digits} hexadecimal digits`);
    code = code * 16 + digit;
  }
  cursor.pos = pos + 2 + digits;
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    const message = `the escape "${text.slice(pos, cursor.pos)}" is not a Unicode character`;
    throw syntaxFault(pos, cursor.pos, message, {
      hint: 'write the character itself, or its \\U escape with eight digits',
    });
  }
  return String.fromCodePoint(code);
}

function beforeBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === TAB)) end--;
  return end;
}

function skipBlankLines(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const c = text.charCodeAt(cursor.pos);
    if (c === SPACE || c === TAB) cursor.pos++;
    else if (c === LF || (c < SPACE && isBreak(c)) || (c >= NEXT_LINE && isBreak(c))) cursor.skipBreak();
    else return;
  }
}

function refuseMarker(cursor: Cursor, start: number): void {
  if (cursor.atDocumentMarker()) throw markerInQuotes(cursor.text, start, cursor.pos);
}
