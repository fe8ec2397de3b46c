import { type FaultFound, syntaxFault } from '../yaml-fault.ts';
import {
  BANG,
  DIGIT_0,
  DIGIT_9,
  DOT,
  HASH,
  isBlankOrEnd,
  isBreak,
  isWordCharacter,
  NUL,
  SPACE,
  TAB,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { scanTagHandle, scanTagUri } from './node-properties.ts';
import type { Token } from './token.ts';

/** Reads the line of a `%YAML` or `%TAG` directive. */
export function scanDirective(cursor: Cursor, token: Token): void {
  const { text, pos: start } = cursor;
  cursor.pos++;
  while (isWordCharacter(text.charCodeAt(cursor.pos))) cursor.pos++;
  const name = text.slice(start + 1, cursor.pos);
  const nameEnd = cursor.pos;
  if (!isBlankOrEnd(text.charCodeAt(nameEnd)) || (name !== 'YAML' && name !== 'TAG')) {
    throw syntaxFault(
      start,
      nameEnd,
      'a line that begins with "%" is a directive, and only %YAML and %TAG exist',
      { hint: 'quote the text, or indent the line, if "%" belongs to a value' },
    );
  }
  skipBlanks(cursor);
  token.start = start;
  if (name === 'YAML') {
    token.kind = 'yaml-directive';
    token.value = scanVersion(cursor, start);
  } else {
    token.kind = 'tag-directive';
    scanTagParameters(cursor, token);
  }
  token.end = cursor.pos;
  skipBlanks(cursor);
  if (text.charCodeAt(cursor.pos) === HASH) cursor.skipToLineEnd();
  const c = text.charCodeAt(cursor.pos);
  if (c !== NUL && !isBreak(c))
    throw syntaxFault(cursor.pos, cursor.pos + 1, `text follows the %${name} directive`);
  if (c !== NUL) cursor.skipBreak();
}

function scanVersion(cursor: Cursor, start: number): string {
  const major = scanNumber(cursor, start);
  if (cursor.text.charCodeAt(cursor.pos) !== DOT) throw badVersion(cursor, start);
  cursor.pos++;
  return `${major}.${scanNumber(cursor, start)}`;
}

function scanNumber(cursor: Cursor, start: number): number {
  const { text, pos } = cursor;
  let end = pos;
  while (text.charCodeAt(end) >= DIGIT_0 && text.charCodeAt(end) <= DIGIT_9) end++;
  if (end === pos || end - pos > 9) throw badVersion(cursor, start);
  cursor.pos = end;
  return Number(text.slice(pos, end));
}

function badVersion(cursor: Cursor, start: number): FaultFound {
  return syntaxFault(start, cursor.pos, 'the %YAML directive names no version', {
    hint: 'leave the line out',
  });
}

function scanTagParameters(cursor: Cursor, token: Token): void {
  const { text, pos } = cursor;
  if (text.charCodeAt(pos) !== BANG)
    throw syntaxFault(pos, pos + 1, 'the handle of a %TAG directive begins with "!"');
  token.handle = scanTagHandle(cursor);
  if (token.handle !== '!' && !token.handle.endsWith('!')) {
    throw syntaxFault(pos, cursor.pos, 'the handle of a %TAG directive ends with "!"');
  }
  const c = text.charCodeAt(cursor.pos);
  if (c !== SPACE && c !== TAB)
    throw syntaxFault(pos, cursor.pos, 'a blank must follow the handle of a %TAG directive');
  skipBlanks(cursor);
  token.value = scanTagUri(cursor, '');
  if (!isBlankOrEnd(text.charCodeAt(cursor.pos))) {
    throw syntaxFault(pos, cursor.pos + 1, 'the prefix of a %TAG directive ends with a blank');
  }
}

function skipBlanks(cursor: Cursor): void {
  const { text } = cursor;
  while (text.charCodeAt(cursor.pos) === SPACE || text.charCodeAt(cursor.pos) === TAB) cursor.pos++;
}
