import { tabInIndentation } from '../faults/indentation-faults.ts';
import { excerpt, lineEndAt, lineStartAt } from '../faults/text-lines.ts';
import { type FaultFound, syntaxFault } from '../yaml-fault.ts';
import {
  DASH,
  DIGIT_0,
  DIGIT_9,
  HASH,
  isBlankOrEnd,
  isBreak,
  LF,
  NUL,
  PIPE,
  PLUS,
  SPACE,
  TAB,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { breaksWithin } from './line-folding.ts';
import { TextPieces } from './text-pieces.ts';
import type { Token } from './token.ts';

type Chomping = 'clip' | 'strip' | 'keep';

/** Reads a `|` or `>` scalar that belongs to a collection at column `parentIndent` (-1: to the document). */
export function scanBlockScalar(cursor: Cursor, token: Token, parentIndent: number): void {
  const { text } = cursor;
  const start = cursor.pos;
  const folds = text.charCodeAt(start) !== PIPE;
  cursor.pos++;
  const { chomping, increment } = scanHeader(cursor);
  let end = cursor.pos;
  skipHeaderRest(cursor);

  let from = cursor.pos;
  let indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
  indent = skipToContent(cursor, indent, parentIndent);

  const pieces = new TextPieces();
  let lead = '';
  let wasBlank = false;
  while (cursor.column === indent && text.charCodeAt(cursor.pos) !== NUL) {
    const first = text.charCodeAt(cursor.pos);
    const isBlank = first === SPACE || first === TAB;
    const trail = from === cursor.lineStart ? '' : breaksWithin(text, from, cursor.pos);
    if (!(folds && lead === '\n' && !wasBlank && !isBlank)) pieces.add(lead);
    else if (trail === '') pieces.add(' ');
    if (trail !== '') pieces.add(trail);
    wasBlank = isBlank;
    from = cursor.pos;
    cursor.skipToLineEnd();
    pieces.add(text.slice(from, cursor.pos));
    end = cursor.pos;
    if (text.charCodeAt(cursor.pos) === NUL) {
      lead = '';
      from = cursor.pos;
      break;
    }
    cursor.skipBreak();
    lead = breaksWithin(text, end, cursor.pos);
    from = cursor.pos;
    skipToContent(cursor, indent, parentIndent);
  }
  if (chomping !== 'strip') pieces.add(lead);
  if (chomping === 'keep') pieces.add(breaksWithin(text, from, cursor.pos));

  token.kind = 'scalar';
  token.style = folds ? 'folded' : 'literal';
  token.start = start;
  token.end = end;
  token.value = pieces.join();
}

function scanHeader(cursor: Cursor): { chomping: Chomping; increment: number } {
  let chomping: Chomping | undefined;
  let increment = 0;
  for (;;) {
    const c = cursor.text.charCodeAt(cursor.pos);
    if ((c === PLUS || c === DASH) && chomping === undefined) chomping = c === PLUS ? 'keep' : 'strip';
    else if (c >= DIGIT_0 && c <= DIGIT_9 && increment === 0) {
      if (c === DIGIT_0)
        throw syntaxFault(cursor.pos, cursor.pos + 1, 'a block text cannot be indented by 0', {
          hint: 'write a digit from 1 to 9',
        });
      increment = c - DIGIT_0;
    } else return { chomping: chomping ?? 'clip', increment };
    cursor.pos++;
  }
}

function skipHeaderRest(cursor: Cursor): void {
  const { text } = cursor;
  while (text.charCodeAt(cursor.pos) === SPACE || text.charCodeAt(cursor.pos) === TAB) cursor.pos++;
  if (text.charCodeAt(cursor.pos) === HASH) cursor.skipToLineEnd();
  const c = text.charCodeAt(cursor.pos);
  if (!isBlankOrEnd(c)) throw textAfterHeader(cursor);
  if (c !== NUL) cursor.skipBreak();
}

/** Skips blank lines and the indentation of the next line; returns the indentation, found from the text when 0. */
function skipToContent(cursor: Cursor, indent: number, parentIndent: number): number {
  const { text } = cursor;
  let deepest = 0;
  for (;;) {
    let { pos } = cursor;
    const limit = indent === 0 ? Number.POSITIVE_INFINITY : cursor.lineStart + indent;
    let c = text.charCodeAt(pos);
    while (c === SPACE && pos < limit) c = text.charCodeAt(++pos);
    cursor.pos = pos;
    if (pos - cursor.lineStart > deepest) deepest = pos - cursor.lineStart;
    if (c === TAB && pos < limit) throw tabInIndentation(text, pos);
    if (c !== LF && !isBreak(c)) break;
    cursor.skipBreak();
  }
  return indent === 0 ? Math.max(deepest, parentIndent + 1, 1) : indent;
}

function textAfterHeader({ text, pos }: Cursor): FaultFound {
  const lineStart = lineStartAt(text, pos);
  const end = lineEndAt(text, pos);
  const header = text.slice(
    Math.max(text.lastIndexOf('|', pos - 1), text.lastIndexOf('>', pos - 1), lineStart),
    pos,
  );
  return syntaxFault(pos, end, `${excerpt(text, pos, end)} follows "${header.trim()}" on its line`, {
    hint: 'begin the text on the next line, or quote the whole value',
  });
}
