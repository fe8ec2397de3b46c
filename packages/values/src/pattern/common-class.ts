import { type CharSet, complement, DIGITS, SPACE, WORD } from './char-set.ts';
import { NOT_COMMON, type Reading, scalar } from './reading.ts';

const PERL_CLASSES: ReadonlyMap<string, readonly number[]> = new Map([
  ['\\d', DIGITS],
  ['\\w', WORD],
  ['\\s', SPACE],
  ['\\D', complement(DIGITS)],
  ['\\W', complement(WORD)],
  ['\\S', complement(SPACE)],
]);
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);
const PERL_CLASS = /\\[dwsDWS]/y;
const HEX = /\\x(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/y;
const ESCAPED_PUNCTUATION = /^[\0-/:-@[-`{-\x7f]$/;
const CATEGORY =
  /\\[pP](?:[CLMNPSZ]|\{(?:C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)\})/y;
const OTHER_PROPERTY = /\\[pP](?:[^{]|\{[^}]*\})/y;
const POSIX_CLASS =
  /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/y;
const NO_CHARACTER: CharSet = { ranges: [], negated: false };

/** A class in brackets, from `[` to `]`. */
export function readBracketClass(reading: Reading): CharSet {
  reading.at++;
  const negated = reading.peek() === '^';
  if (negated) reading.at++;
  const ranges: number[] = [];
  // A `]` in the first place is a member.
  do readMember(reading, ranges);
  while (reading.peek() !== ']');
  reading.at++;
  return { ranges, negated };
}

function readMember(reading: Reading, ranges: number[]): void {
  if (reading.match(POSIX_CLASS)) {
    reading.plain = false;
    return;
  }
  if (reading.peek() === '[' && reading.peek(1) === ':') throw NOT_COMMON;
  const named = readNamedClass(reading);
  if (named) {
    ranges.push(...named.ranges);
    return;
  }
  const first = readCodePoint(reading);
  const isRange = reading.peek() === '-' && reading.peek(1) !== ']';
  if (isRange) reading.at++;
  const last = isRange ? readCodePoint(reading) : first;
  if (last < first) throw NOT_COMMON;
  ranges.push(first, last);
}

/** `\d` and its like, and classes by Unicode property; nothing when there is none here. */
export function readNamedClass(reading: Reading): CharSet | undefined {
  if (reading.peek() !== '\\') return undefined;
  const perl = reading.match(PERL_CLASS);
  if (perl) return { ranges: PERL_CLASSES.get(perl[0]) as readonly number[], negated: false };
  if (reading.match(CATEGORY)) reading.plain = false;
  else if (reading.match(OTHER_PROPERTY)) reading.sure = false;
  else return undefined;
  return NO_CHARACTER;
}

/** One character, escaped or not. */
export function readCodePoint(reading: Reading): number {
  if (reading.peek() !== '\\') return reading.codePoint();
  const hex = reading.match(HEX);
  if (hex) return scalar(Number.parseInt(hex[1] ?? (hex[2] as string), 16));
  const letter = reading.peek(1);
  const control = CONTROLS.get(letter);
  if (control === undefined && !ESCAPED_PUNCTUATION.test(letter)) throw NOT_COMMON;
  reading.at += 2;
  return control ?? letter.charCodeAt(0);
}
