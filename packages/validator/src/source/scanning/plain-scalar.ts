import { tabInIndentation } from '../faults/indentation-faults.ts';
import {
  COLON,
  COMMA,
  CR,
  HASH,
  isBlankOrEnd,
  isBreak,
  isRareBreak,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  NEXT_LINE,
  NUL,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SPACE,
  TAB,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { foldedBreaks } from './line-folding.ts';
import { TextPieces } from './text-pieces.ts';
import type { Token } from './token.ts';

/** Reads an unquoted scalar whose further lines stand at column `indent` or deeper; in flow any column will do. */
export function scanPlainScalar(cursor: Cursor, token: Token, indent: number, where: 'block' | 'flow'): void {
  const { text } = cursor;
  const inFlow = where === 'flow';
  const start = cursor.pos;
  let from = start;
  let end = start;
  let breakAt = -1;
  let pieces: TextPieces | undefined;
  for (;;) {
    const wordEnd = endOfWord(text, cursor.pos, inFlow);
    if (wordEnd === cursor.pos) break;
    if (breakAt >= 0) {
      pieces ??= new TextPieces();
      pieces.add(text.slice(from, end));
      pieces.add(foldedBreaks(text, breakAt, cursor.pos));
      from = cursor.pos;
    }
    cursor.pos = end = wordEnd;
    breakAt = skipSpaceBetweenWords(cursor, indent);
    if (text.charCodeAt(cursor.pos) === HASH && cursor.pos > end) break;
    if (breakAt >= 0 && ((!inFlow && cursor.column < indent) || cursor.atDocumentMarker())) break;
  }
  token.kind = 'scalar';
  token.style = 'plain';
  token.start = start;
  token.end = end;
  const last = text.slice(from, end);
  if (pieces) pieces.add(last);
  token.value = pieces ? pieces.join() : last;
}

function endOfWord(text: string, from: number, inFlow: boolean): number {
  for (let pos = from; ; pos++) {
    const c = text.charCodeAt(pos);
    if (c <= COLON) {
      if (c === SPACE || c === LF || c === CR || c === TAB || c === NUL) return pos;
      if (c === COLON && isBlankOrEnd(text.charCodeAt(pos + 1))) return pos;
      if (inFlow && c === COMMA) return pos;
    } else if (c >= NEXT_LINE) {
      if (isRareBreak(c)) return pos;
    } else if (inFlow && isFlowEnd(c)) return pos;
  }
}

function isFlowEnd(c: number): boolean {
  return c === RIGHT_BRACKET || c === RIGHT_BRACE || c === LEFT_BRACE || c === LEFT_BRACKET || c === QUESTION;
}

/** Moves to the next word; the offset of the first line end on the way, or -1. */
function skipSpaceBetweenWords(cursor: Cursor, indent: number): number {
  const { text } = cursor;
  let breakAt = -1;
  for (;;) {
    const c = text.charCodeAt(cursor.pos);
    if (c === SPACE) cursor.pos++;
    else if (c === TAB) {
      if (breakAt >= 0 && cursor.column < indent) throw tabInIndentation(text, cursor.pos);
      cursor.pos++;
    } else if (isBreak(c)) {
      if (breakAt < 0) breakAt = cursor.pos;
      cursor.skipBreak();
    } else return breakAt;
  }
}
