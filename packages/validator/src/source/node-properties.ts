import {
  ASTERISK,
  AT,
  BACKTICK,
  BANG,
  COLON,
  COMMA,
  GREATER,
  isBlankOrEnd,
  isWordCharacter,
  LESS,
  PERCENT,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';
import { FaultFound } from './yaml-fault.ts';

/** Reads `&name` or `*name`. */
export function scanAnchorOrAlias(cursor: Cursor, token: Token): void {
  const { text, pos: start } = cursor;
  const isAlias = text.charCodeAt(start) === ASTERISK;
  let end = start + 1;
  while (isWordCharacter(text.charCodeAt(end))) end++;
  if (end === start + 1 || !mayFollowName(text.charCodeAt(end))) {
    const what = isAlias ? 'alias' : 'anchor';
    throw fault(
      start,
      Math.min(end + 1, cursor.length),
      `the name of an ${what} consists of letters, digits, "_" and "-"`,
      isAlias
        ? 'quote the text if it is not meant as an alias'
        : 'quote the text if it is not meant as an anchor',
    );
  }
  cursor.pos = end;
  token.kind = isAlias ? 'alias' : 'anchor';
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
    c === RIGHT_BRACE ||
    c === PERCENT ||
    c === AT ||
    c === BACKTICK
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
      throw fault(start, cursor.pos, 'the tag has no closing ">"', undefined);
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
    throw fault(
      start,
      cursor.pos + 1,
      'a tag ends with a blank',
      'quote the text if "!" is not meant as a tag',
    );
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
  let uri = head.slice(1);
  let from = start;
  let pos = start;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === PERCENT) {
      uri += text.slice(from, pos);
      cursor.pos = pos;
      uri += scanUriEscapes(cursor);
      pos = cursor.pos;
      from = pos;
    } else if (isWordCharacter(c) || URI_MARKS.includes(text.charAt(pos))) pos++;
    else break;
  }
  cursor.pos = pos;
  uri += text.slice(from, pos);
  if (uri === '' && head === '') throw fault(start - 1, pos, 'the tag has no name', undefined);
  return uri;
}

const URI_MARKS = ";/?:@&=+$,.!~*'()[]";

function scanUriEscapes(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  const octets: number[] = [];
  let width = 1;
  while (octets.length < width) {
    const digits = text.slice(cursor.pos + 1, cursor.pos + 3);
    const octet =
      text.charCodeAt(cursor.pos) === PERCENT && /^[0-9a-f]{2}$/i.test(digits)
        ? Number.parseInt(digits, 16)
        : -1;
    if (octets.length === 0)
      width = octet < 0x80 ? 1 : octet >> 5 === 6 ? 2 : octet >> 4 === 14 ? 3 : octet >> 3 === 30 ? 4 : 0;
    if (octet < 0 || width === 0 || (octets.length > 0 && octet >> 6 !== 2)) {
      throw fault(
        start,
        cursor.pos + 1,
        'the escape in the tag is not UTF-8',
        'write the characters of the tag themselves',
      );
    }
    octets.push(octet);
    cursor.pos += 3;
  }
  return new TextDecoder().decode(new Uint8Array(octets));
}

function fault(start: number, end: number, message: string, hint: string | undefined): FaultFound {
  return new FaultFound({
    kind: 'syntax',
    span: { start, end },
    message,
    ...(hint === undefined ? {} : { hint }),
  });
}
