import { expect, test } from 'vitest';
import { decodeText } from './index.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

test('UTF-8 is decoded', () => {
  expect(decodeText(utf8('é 日本 😀'))).toEqual({ ok: true, text: 'é 日本 😀' });
});

test('a byte order mark is not part of the text, a second one is', () => {
  expect(decodeText(utf8('\ufeffa'))).toEqual({ ok: true, text: 'a' });
  expect(decodeText(utf8('\ufeff\ufeffa'))).toEqual({ ok: true, text: '\ufeffa' });
});

test('UTF-16 is decoded in both byte orders when a byte order mark says so', () => {
  expect(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0, 0xde))).toEqual({ ok: true, text: 'a😀' });
  expect(decodeText(bytes(0xfe, 0xff, 0, 0x61, 0xd8, 0x3d, 0xde, 0))).toEqual({ ok: true, text: 'a😀' });
});

test('UTF-16 longer than one chunk is decoded whole', () => {
  const text = 'aé😀'.repeat(10_000);
  const encoded = new Uint8Array(2 + text.length * 2);
  encoded.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    encoded[2 + 2 * i] = text.charCodeAt(i) & 0xff;
    encoded[3 + 2 * i] = text.charCodeAt(i) >> 8;
  }
  expect(decodeText(encoded)).toEqual({ ok: true, text });
});

test.each([
  ['a stray byte', [0x61, 0xff, 0x62], 1, 'byte 0xFF at byte offset 1 is not UTF-8'],
  ['a character cut off', [0x61, 0xe6, 0x97], 1, 'byte 0xE6 at byte offset 1 is not UTF-8'],
  ['an overlong form', [0xc3, 0xa9, 0xc0, 0x80], 1, 'byte 0xC0 at byte offset 2 is not UTF-8'],
  ['a surrogate', [0xed, 0xa0, 0x80], 0, 'byte 0xED at byte offset 0 is not UTF-8'],
  ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 0, 'byte 0xF4 at byte offset 0 is not UTF-8'],
  [
    'bad UTF-8 behind a byte order mark',
    [0xef, 0xbb, 0xbf, 0x61, 0x80],
    1,
    'byte 0x80 at byte offset 4 is not UTF-8',
  ],
  [
    'half a UTF-16 unit',
    [0xff, 0xfe, 0x61, 0, 0x62],
    1,
    'the last character is cut off at byte offset 4 of this UTF-16 file',
  ],
  [
    'half a pair',
    [0xff, 0xfe, 0x3d, 0xd8, 0x61, 0],
    0,
    'half of a surrogate pair stands alone at byte offset 2 of this UTF-16 file',
  ],
  [
    'the second half of a pair',
    [0xff, 0xfe, 0x61, 0, 0x3d, 0xdc],
    1,
    'half of a surrogate pair stands alone at byte offset 4 of this UTF-16 file',
  ],
  [
    'half a pair at the end',
    [0xff, 0xfe, 0x61, 0, 0x3d, 0xd8],
    1,
    'the last character is cut off at byte offset 4 of this UTF-16 file',
  ],
  [
    'half a pair and half a unit',
    [0xff, 0xfe, 0x3d, 0xd8, 0x3d],
    0,
    'the last character is cut off at byte offset 2 of this UTF-16 file',
  ],
])('%s is refused where it stands in the text before it', (_, values, offset, message) => {
  expect(decodeText(bytes(...values))).toEqual({
    ok: false,
    fault: {
      kind: 'encoding',
      span: { start: offset, end: offset },
      message,
      hint: 'save the file as UTF-8',
    },
  });
});
