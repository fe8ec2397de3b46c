import { utf8Length } from './utf8-length.ts';

// Unicode's White_Space but the space, spelled out: with \p{White_Space} folding takes three times as long.
const UNUSUAL = String.raw`\t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const RUN_TO_FOLD = new RegExp(`[${UNUSUAL}][ ${UNUSUAL}]*| [ ${UNUSUAL}]+`, 'g');

/** Longer texts are folded piece by piece: replacing takes 100 bytes for every match until it is done. */
const PIECE = 16_384;

/** The last long text: one check after the other asks for the same. */
let lastLong = { text: '', folded: '' };

/** Turns every run of Unicode white space into one space and drops it at both ends. */
export function foldWhitespace(text: string): string {
  if (text.length <= PIECE) return foldedAtOnce(text);
  if (lastLong.text !== text) lastLong = { text, folded: [...foldedPieces(text)].join('') };
  return lastLong.folded;
}

/** The folded text up to so many characters or somewhere behind them; the rest is not folded. */
export function foldedStart(text: string, length: number): string {
  let start = '';
  for (const piece of foldedPieces(text)) {
    start += piece;
    if (start.length >= length) break;
  }
  return start;
}

/** How many bytes the folded text takes in UTF-8; the folded text itself is not made. */
export function foldedUtf8Length(text: string): number {
  let bytes = 0;
  for (const piece of foldedPieces(text)) bytes += utf8Length(piece);
  return bytes;
}

/** The folded text in pieces, none of them empty and none that ends within a character. */
function* foldedPieces(text: string): Generator<string> {
  let gap = '';
  let hasBegun = false;
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + PIECE;
    if (isHighSurrogate(text.charCodeAt(end - 1))) end++;
    const piece = text.slice(at, end).replace(RUN_TO_FOLD, ' ');
    const words = trimmed(piece);
    if (piece.startsWith(' ')) gap = ' ';
    if (words === '') continue;
    yield hasBegun ? gap + words : words;
    hasBegun = true;
    gap = piece.endsWith(' ') ? ' ' : '';
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const foldedAtOnce = (text: string): string => trimmed(text.replace(RUN_TO_FOLD, ' '));

function trimmed(folded: string): string {
  const start = folded.startsWith(' ') ? 1 : 0;
  return folded.slice(start, folded.length > start && folded.endsWith(' ') ? -1 : undefined);
}

/** A character that authors' texts may not hold. */
export interface ForbiddenCharacter {
  /** Where it is in the text, in UTF-16 units. */
  readonly index: number;
  readonly codePoint: number;
  /** `control`: Unicode category Cc. `bidirectional`: it can reorder what a reader sees. */
  readonly kind: 'control' | 'bidirectional';
}

// Category Cc without its white space, and the bidirectional controls; spelled out for the same reason.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * Finds the first control or bidirectional formatting character that folding would leave in the text;
 * nothing when there is none.
 */
export function findForbiddenCharacter(text: string): ForbiddenCharacter | undefined {
  const index = text.search(FORBIDDEN);
  if (index === -1) return undefined;
  const codePoint = text.charCodeAt(index);
  return { index, codePoint, kind: codePoint < 0xa0 ? 'control' : 'bidirectional' };
}
