import { describe, expect, test } from 'vitest';
import { findForbiddenCharacter, foldedStart, foldedUtf8Length, foldWhitespace } from './text.ts';

test('every run of Unicode white space becomes one space, none at the ends', () => {
  expect(foldWhitespace('\u00a0 a\t\r\n\u2028b\u0085\u3000')).toBe('a b');
  expect(foldWhitespace(' \n ')).toBe('');
});

test('what JavaScript alone takes for white space stays', () => {
  expect(foldWhitespace('a\ufeffb\u200bc')).toBe('a\ufeffb\u200bc');
});

test.each([
  ['plain', undefined],
  ['line\nand\ttab', undefined],
  ['bell\u0007', { index: 4, codePoint: 0x07, kind: 'control' }],
  ['a\u009fb', { index: 1, codePoint: 0x9f, kind: 'control' }],
  ['a\u202eb', { index: 1, codePoint: 0x202e, kind: 'bidirectional' }],
  ['\u061c', { index: 0, codePoint: 0x61c, kind: 'bidirectional' }],
  ['😀\u2066', { index: 2, codePoint: 0x2066, kind: 'bidirectional' }],
  ['\u200b\u200d', undefined],
])('the forbidden character of %j', (text, found) => {
  expect(findForbiddenCharacter(text)).toEqual(found);
});

test('of all characters, exactly those of White_Space fold and those of Cc or the bidirectional set are forbidden', () => {
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint <= 0xffff; codePoint++) {
    const character = String.fromCharCode(codePoint);
    const isSpace = /\p{White_Space}/u.test(character);
    const isForbidden = /\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(character) && !isSpace;
    if ((foldWhitespace(character) === '') !== isSpace) wrong.push(`fold ${codePoint}`);
    if ((findForbiddenCharacter(character) !== undefined) !== isForbidden) wrong.push(`forbid ${codePoint}`);
  }
  expect(wrong).toEqual([]);
});

test('a long text is folded as a short one is, also where its pieces meet', () => {
  const text = `  ${`${'x'.repeat(65_533)} \n  `.repeat(3)}\u3000`;
  expect(foldWhitespace(text)).toBe(`${'x'.repeat(65_533)} `.repeat(3).trimEnd());
});

describe('the folded text', () => {
  const blank = ' \n'.repeat(20_000);
  const emoji = `x${'😀'.repeat(20_000)}`;

  test.each([
    ['of a short text', ' ä\n b ', 4],
    ['of nothing but white space', blank, 0],
    ['of words far apart', `a${blank}b${blank}`, 3],
    ['of characters that are cut in two nowhere', emoji, 80_001],
  ])('has a length without being made: %s', (_, text, bytes) => {
    expect(foldedUtf8Length(text)).toBe(bytes);
  });

  test('begins with so many characters, or is that short', () => {
    expect(foldedStart(`${blank}a${blank}b${blank}`, 2)).toBe('a b');
    expect(foldedStart(blank, 1)).toBe('');
    expect(foldedStart(emoji, 5).length).toBe(16_385);
  });

  test('is the same in one piece and in several', () => {
    expect(foldWhitespace(`${blank}a${blank}b c${blank}${blank}`)).toBe('a b c');
  });
});
