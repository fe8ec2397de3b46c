import type { YamlFault } from './yaml-fault.ts';

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: YamlFault };

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes the bytes of a file: UTF-8, or UTF-16 when a byte order mark says so. A byte order mark is not part of the
 * text, so offset 0 is the first character after it, as editors count. Bad bytes are refused at the place they have
 * in the text before them.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 1, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 0, 1);
  try {
    return { ok: true, text: UTF8.decode(bytes) };
  } catch {
    return { ok: false, fault: badUtf8(bytes) };
  }
}

function badUtf8(bytes: Uint8Array): YamlFault {
  let at = 0;
  for (let width = 1; at < bytes.length && width > 0; ) {
    width = utf8Width(bytes, at);
    at += width;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  const byte = (bytes[at] as number).toString(16).toUpperCase().padStart(2, '0');
  return encodingFault(
    before.length,
    `byte 0x${byte} at byte offset ${at} is not UTF-8`,
    'save the file as UTF-8',
  );
}

/** The width of the well-formed sequence at an offset, or 0. */
function utf8Width(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const width =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (width === 0 || second < low || second > high) return 0;
  for (let i = at + 2; i < at + width; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return 0;
  return width;
}

const CHUNK = 8192;
const CUT_OFF = 'the last character is cut off';

function decodeUtf16(bytes: Uint8Array, high: number, low: number): DecodedText {
  const chunks: string[] = [];
  let units: number[] = [];
  let expectLow = false;
  for (let at = 2; at < bytes.length; at += 2) {
    // A pair that is not complete is at fault from its first half on.
    const from = expectLow ? 2 : 0;
    if (at + 1 === bytes.length) return badUtf16(chunks, units, at, from, CUT_OFF);
    const unit = ((bytes[at + high] as number) << 8) | (bytes[at + low] as number);
    const isLow = (unit & 0xfc00) === 0xdc00;
    if (isLow !== expectLow) {
      return badUtf16(chunks, units, at, from, 'half of a surrogate pair stands alone');
    }
    expectLow = (unit & 0xfc00) === 0xd800;
    if (units.push(unit) === CHUNK) {
      chunks.push(String.fromCharCode(...units));
      units = [];
    }
  }
  if (expectLow) return badUtf16(chunks, units, bytes.length, 2, CUT_OFF);
  return { ok: true, text: chunks.join('') + String.fromCharCode(...units) };
}

function badUtf16(
  chunks: readonly string[],
  units: readonly number[],
  at: number,
  bytesBack: 0 | 2,
  what: string,
): DecodedText {
  const offset = chunks.length * CHUNK + units.length - bytesBack / 2;
  return {
    ok: false,
    fault: encodingFault(
      offset,
      `${what} at byte offset ${at - bytesBack} of this UTF-16 file`,
      'save the file as UTF-8',
    ),
  };
}

function encodingFault(offset: number, message: string, hint: string): YamlFault {
  return { kind: 'encoding', span: { start: offset, end: offset }, message, hint };
}
