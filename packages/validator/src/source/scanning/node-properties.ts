import { namelessReference } from '../faults/key-faults.ts';
import { syntaxFault } from '../yaml-fault.ts';
import {
  ASTERISK,
  BANG,
  COLON,
  COMMA,
  GREATER,
  hexDigit,
  isBlankOrEnd,
  isWordCharacter,
  LESS,
  PERCENT,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { TextPieces } from './text-pieces.ts';
import type { Token } from './token.ts';

/** Reads `&name` or `*name`. */
export function scanAnchorOrAlias(cursor: Cursor, token: Token, where: 'block' | 'flow'): void {
  const { text, pos: start } = cursor;
  let end = start + 1;
  while (isWordCharacter(text.charCodeAt(end))) end++;
  if (end === start + 1 || !mayFollowName(text.charCodeAt(end)))
    throw namelessReference(text, start, end, where);
  cursor.pos = end;
  token.kind = text.charCodeAt(start) === ASTERISK ? 'alias' : 'anchor';
  token.start = start;
  token.end = end;
  token.value = text.slice(start + 1, end);
}

function mayFollowName(c: number): boolean {
  return (
    isBlankOrEnd(c) ||
    c === QUESTION ||
    c === COLON ||
    c === COMMA ||
    c === RIGHT_BRACKET ||
    c === RIGHT_BRACE
  );
}

/** Reads `!`, `!suffix`, `!handle!suffix` or `!<uri>`. A tag in full has an empty handle. */
export function scanTag(cursor: Cursor, token: Token): void {
  const { text, pos: start } = cursor;
  if (text.charCodeAt(start + 1) === LESS) {
    cursor.pos = start + 2;
    token.handle = '';
    token.value = scanTagUri(cursor, '');
    if (text.charCodeAt(cursor.pos) !== GREATER)
      throw syntaxFault(start, cursor.pos, 'the tag has no closing ">"');
    cursor.pos++;
  } else {
    const handle = scanTagHandle(cursor);
    if (handle.length > 1 && handle.endsWith('!')) {
      token.handle = handle;
      token.value = scanTagUri(cursor, '');
    } else {
      const suffix = scanTagUri(cursor, handle);
      token.handle = suffix === '' ? '' : '!';
      token.value = suffix === '' ? '!' : suffix;
    }
  }
  if (!isBlankOrEnd(text.charCodeAt(cursor.pos))) {
    throw syntaxFault(start, cursor.pos + 1, 'a tag ends with a blank', {
      hint: 'quote the value if "!" is not meant as a tag',
    });
  }
  token.kind = 'tag';
  token.start = start;
  token.end = cursor.pos;
}

/** Reads `!`, `!word` or `!word!`. */
export function scanTagHandle(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  let end = start + 1;
  while (isWordCharacter(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) === BANG) end++;
  cursor.pos = end;
  return text.slice(start, end);
}

/** Reads the rest of a tag, with `%XX` decoded; `head` is what was read as a handle and turned out to be none. */
export function scanTagUri(cursor: Cursor, head: string): string {
  const { text } = cursor;
  const start = cursor.pos;
  const pieces = new TextPieces();
  pieces.add(head.slice(1));
  let from = start;
  for (;;) {
    const c = text.charCodeAt(cursor.pos);
    if (c === PERCENT) {
      pieces.add(text.slice(from, cursor.pos));
      pieces.add(scanUriEscape(cursor));
      from = cursor.pos;
    } else if (isWordCharacter(c) || URI_MARKS.has(c)) cursor.pos++;
    else break;
  }
  if (cursor.pos === start && head === '')
    throw syntaxFault(start - 1, start, 'the tag has no name', {
      hint: 'quote the value if "!" is not meant as a tag',
    });
  pieces.add(text.slice(from, cursor.pos));
  return pieces.join();
}

const URI_MARKS: ReadonlySet<number> = new Set([...";/?:@&=+$,.!~*'()[]"].map((mark) => mark.charCodeAt(0)));

const LENIENT_UTF8 = new TextDecoder();

/** One character as `%XX` per byte of its UTF-8; like the reference, minds only how many bytes belong together. */
function scanUriEscape(cursor: Cursor): string {
  const start = cursor.pos;
  const first = scanOctet(cursor);
  if (first >= 0 && first < 0x80) return String.fromCharCode(first);
  const width = first >> 5 === 6 ? 2 : first >> 4 === 14 ? 3 : first >> 3 === 30 ? 4 : 0;
  const octets = [first];
  while (octets.length < width) {
    const next = scanOctet(cursor);
    if (next >> 6 !== 2) break;
    octets.push(next);
  }
  if (width === 0 || octets.length < width) {
    throw syntaxFault(start, cursor.pos, 'the escape in the tag is not UTF-8', {
      hint: 'write the characters of the tag themselves',
    });
  }
  return LENIENT_UTF8.decode(new Uint8Array(octets));
}

function scanOctet(cursor: Cursor): number {
  const { text, pos } = cursor;
  const high = hexDigit(text.charCodeAt(pos + 1));
  const low = hexDigit(text.charCodeAt(pos + 2));
  if (text.charCodeAt(pos) !== PERCENT || high < 0 || low < 0) return -1;
  cursor.pos = pos + 3;
  return high * 16 + low;
}
