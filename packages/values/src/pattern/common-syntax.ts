// Reads the part of RE2 syntax that authors use. Whatever is not surely right is left to the full engine,
// so these readers never have to explain a mistake and never accept one.
import { type CharSet, LINE_FEED } from './char-set.ts';
import { readBracketClass, readCodePoint, readNamedClass } from './common-class.ts';
import type { PatternNode } from './node.ts';
import { NOT_COMMON, Reading } from './reading.ts';

/** What could be made out of a pattern. */
export interface CommonPattern {
  /** Whether RE2 takes it beyond doubt. */
  readonly sure: boolean;
  /** How many instructions it has with all repeats written out, at most. */
  readonly size: number;
  /** Given when it can be searched for without the full engine. */
  readonly node: PatternNode | undefined;
}

const MAX_DEPTH = 100;
/** RE2 refuses a repeat count above it, also as the product of nested repeats. */
const MAX_REPEAT = 1000;

const GROUP = /\((?:\?(?::|P?<[A-Za-z0-9_]+>))?/y;
const FLAGS = /\(\?(?:[imsU]+(?:-[imsU]+)?|-[imsU]+)([:)])/y;
const REPEAT = /(?:([*+?])|\{(0|[1-9][0-9]{0,3})(,(0|[1-9][0-9]{0,3})?)?\})\??/y;
const ASSERTION = /\^|\$|\\[AzbB]/y;
const QUOTED_OR_OCTAL = /\\Q[\s\S]*?(?:\\E|$)|\\[0-7]{1,3}/y;

interface Part {
  readonly node: PatternNode;
  readonly size: number;
  /** The largest product of nested repeat counts. */
  readonly repeats: number;
}

/** Makes out what it can of a pattern; nothing when it is malformed, or too strange to tell. */
export function readCommonSyntax(text: string): CommonPattern | undefined {
  const reading = new Reading(text);
  try {
    const { node, size } = readChoice(reading, 0);
    if (reading.at < text.length) return undefined;
    return { sure: reading.sure, size, node: reading.sure && reading.plain ? node : undefined };
  } catch (error) {
    if (error === NOT_COMMON) return undefined;
    throw error;
  }
}

function readChoice(reading: Reading, depth: number): Part {
  if (depth > MAX_DEPTH) throw NOT_COMMON;
  const options = [readSequence(reading, depth)];
  while (reading.peek() === '|') {
    reading.at++;
    options.push(readSequence(reading, depth));
  }
  return options.length === 1 ? (options[0] as Part) : joined('choice', options);
}

function readSequence(reading: Reading, depth: number): Part {
  const items: Part[] = [];
  while (!['', '|', ')'].includes(reading.peek())) {
    const atom = readAtom(reading, depth);
    const repeat = reading.match(REPEAT);
    items.push(repeat ? repeated(atom, repeat) : atom);
    if (repeat && reading.match(REPEAT)) throw NOT_COMMON;
  }
  return joined('sequence', items);
}

function readAtom(reading: Reading, depth: number): Part {
  switch (reading.peek()) {
    case '(':
      return readGroup(reading, depth);
    case '[':
      return ofSet(readBracketClass(reading));
    case '.':
      reading.at++;
      return ofSet({ ranges: LINE_FEED, negated: true });
    case '^':
    case '$':
    case '\\':
      return (
        readAssertion(reading) ??
        readQuoted(reading) ??
        ofSet(readNamedClass(reading) ?? one(readCodePoint(reading)))
      );
    case '*':
    case '+':
    case '?':
      throw NOT_COMMON;
    case '{':
      return readBrace(reading);
    default:
      return ofSet(one(reading.codePoint()));
  }
}

function readGroup(reading: Reading, depth: number): Part {
  const flags = reading.match(FLAGS);
  if (flags) reading.plain = false;
  if (flags?.[1] === ')') return unrepeated(reading, { kind: 'sequence', items: [] });
  if (!flags && !reading.match(GROUP)) throw NOT_COMMON;
  const content = readChoice(reading, depth + 1);
  if (reading.peek() !== ')') throw NOT_COMMON;
  reading.at++;
  return content;
}

function readAssertion(reading: Reading): Part | undefined {
  const assertion = reading.match(ASSERTION)?.[0];
  if (assertion === undefined) return undefined;
  if (assertion === '\\b' || assertion === '\\B') reading.plain = false;
  return unrepeated(reading, { kind: assertion === '^' || assertion === '\\A' ? 'start' : 'end' });
}

/** RE2 takes `^*` and refuses `(?i)*`; neither is worth knowing here. */
function unrepeated(reading: Reading, node: PatternNode): Part {
  if (reading.match(REPEAT)) reading.sure = false;
  return { node, size: 1, repeats: 1 };
}

/** Quoted text and octal escapes take at most as many instructions as characters, right or wrong. */
function readQuoted(reading: Reading): Part | undefined {
  const quoted = reading.match(QUOTED_OR_OCTAL);
  if (!quoted) return undefined;
  reading.sure = false;
  return { node: { kind: 'sequence', items: [] }, size: quoted[0].length, repeats: 1 };
}

/** A brace that opens no repeat stands for itself. */
function readBrace(reading: Reading): Part {
  if (reading.match(REPEAT)) throw NOT_COMMON;
  reading.sure = false;
  return ofSet(one(reading.codePoint()));
}

function repeated(item: Part, [, symbol, low, comma, high]: RegExpExecArray): Part {
  const min = symbol === undefined ? Number(low) : Number(symbol === '+');
  const isOpen = symbol === undefined ? comma !== undefined && high === undefined : symbol !== '?';
  const max = isOpen ? Number.POSITIVE_INFINITY : Number(symbol === '?' ? 1 : (high ?? low));
  const copies = Math.max(1, isOpen ? min : max);
  const repeats = item.repeats * copies;
  if (max < min || repeats > MAX_REPEAT) throw NOT_COMMON;
  const size = item.size * copies + (isOpen ? 1 : max - min);
  return { node: { kind: 'repeat', item: item.node, min, max }, size, repeats };
}

function joined(kind: 'sequence' | 'choice', parts: readonly Part[]): Part {
  const nodes = parts.map((part) => part.node);
  return {
    node: kind === 'sequence' ? { kind, items: nodes } : { kind, options: nodes },
    size: parts.reduce((sum, part) => sum + part.size + 1, 0),
    repeats: parts.reduce((most, part) => Math.max(most, part.repeats), 1),
  };
}

const ofSet = (set: CharSet): Part => ({ node: { kind: 'set', set }, size: 1, repeats: 1 });
const one = (codePoint: number): CharSet => ({ ranges: [codePoint, codePoint], negated: false });
