import { Automaton } from './pattern/automaton.ts';
import { readCommonSyntax } from './pattern/common-syntax.ts';
import { compileFully, type FullPattern, type Replaced, replacerOf } from './pattern/full-engine.ts';
import type { PatternNode } from './pattern/node.ts';
import { PatternTooCostly } from './pattern/pattern-too-costly.ts';
import { faultyPart, type PatternFault, patternFault, refusal } from './pattern/refusal.ts';
import { isWellFormed, toWellFormed } from './well-formed.ts';

/** A pattern that is ready to be searched for. */
export interface Pattern {
  /**
   * Whether the pattern occurs anywhere in the value. The time is linear in the value; where it would still be too
   * long (many thousand steps on many thousand characters) it throws `PatternTooCostly`.
   */
  test(value: string): boolean;
}

/** A part of the text of a pattern, in UTF-16 units. */
export interface PatternPlace {
  readonly start: number;
  readonly end: number;
}

/** A pattern, or why the text is none: `reason` goes on where `pattern "…"` ends, `place` is the part at fault. */
export type CompiledPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  | {
      readonly ok: false;
      readonly fault: PatternFault;
      readonly reason: string;
      readonly place?: PatternPlace;
    };

/** Longer patterns are refused; Go has no such limit. */
const MAX_LENGTH = 65_536;
/** Patterns that grow beyond it when their repeats are written out are refused; Go allows more. */
const MAX_SIZE = 250_000;
/** The same for patterns that need the full engine, which takes a kilobyte an instruction. */
const MAX_FULL_SIZE = 50_000;
/** Under a second of searching. */
const MAX_STEPS = 100_000_000;
/** Outputs are longer than arguments, and their rules short. */
const MAX_REPLACING_STEPS = 4_000_000_000;
const MAX_CACHED = 4096;

const cache = new Map<string, CompiledPattern>();

/** Reads a regular expression and accepts what Go's `regexp` accepts, up to a size that no author needs. */
export function compilePattern(text: string): CompiledPattern {
  const known = cache.get(text);
  if (known) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const answer = compile(text);
  cache.set(text, answer);
  return answer;
}

function compile(text: string): CompiledPattern {
  if (text.length > MAX_LENGTH)
    return { ok: false, fault: 'size', reason: `is longer than ${MAX_LENGTH} characters` };
  if (!isWellFormed(text))
    return { ok: false, fault: 'syntax', reason: 'holds half of a surrogate pair, which is no character' };
  const common = readCommonSyntax(text);
  const size = common?.size ?? crudeSize(text);
  if (size > (common && !common.node ? MAX_FULL_SIZE : MAX_SIZE)) return tooLarge();
  if (common?.node) return { ok: true, pattern: onAutomaton(common.node) };
  if (common?.sure) return { ok: true, pattern: onFullEngine(text) };
  return judgeFully(text);
}

function judgeFully(text: string): CompiledPattern {
  const answer = compileFully(text);
  if (!answer.ok) {
    const { fault, fragment } = answer;
    return {
      ok: false,
      fault: patternFault(fault, fragment),
      reason: refusal(fault, fragment),
      ...placeOf(fragment, text),
    };
  }
  if (answer.pattern.size > MAX_FULL_SIZE) return tooLarge();
  return { ok: true, pattern: { test: (value) => searchFully(answer.pattern, value) } };
}

// Building is put off until the first search: loading a pack asks of most patterns only whether they are patterns.
function onAutomaton(node: PatternNode): Pattern {
  let automaton: Automaton | undefined;
  return {
    test(value) {
      automaton ??= new Automaton(node, MAX_STEPS);
      return automaton.test(toWellFormed(value));
    },
  };
}

function onFullEngine(text: string): Pattern {
  let full: FullPattern | undefined;
  return {
    test(value) {
      full ??= compiledFully(text);
      return searchFully(full, value);
    },
  };
}

function compiledFully(text: string): FullPattern {
  const answer = compileFully(text);
  if (!answer.ok) throw new Error(`the two readers of patterns disagree on ${JSON.stringify(text)}`);
  return answer.pattern;
}

function searchFully(pattern: FullPattern, value: string): boolean {
  if (pattern.size * value.length > MAX_STEPS) throw new PatternTooCostly();
  return pattern.test(toWellFormed(value));
}

function tooLarge(): CompiledPattern {
  return { ok: false, fault: 'size', reason: refusal('expression too large', '') };
}

/** More instructions than the pattern can have: RE2 refuses nested repeats whose product exceeds 1000. */
function crudeSize(text: string): number {
  let repeats = 1;
  for (const [, low, high] of text.matchAll(/\{([0-9]+)(?:,([0-9]*))?\}/g)) {
    repeats = Math.min(1000, repeats * Math.max(1, Number(high || low)));
  }
  return text.length * repeats;
}

/** Where the fragment is, when it is there only once. */
function placeOf(fragment: string, text: string): { readonly place?: PatternPlace } {
  const start = fragment === '' ? -1 : text.indexOf(fragment);
  if (start === -1 || text.includes(fragment, start + 1)) return {};
  return { place: { start, end: start + faultyPart(fragment).length } };
}

/** Replaces every match in a text; throws `PatternTooCostly` where that would take too long. */
export type Replacer = (value: string) => Replaced;

/**
 * What replaces the matches of a pattern as Go's `ReplaceAllString` does, or nothing for a text that is no pattern.
 * In the template `$1`, `${1}`, `${name}` and `$$` mean what they mean in Go.
 */
export function compileReplacer(text: string, template: string): Replacer | undefined {
  const compiled = compilePattern(text);
  if (!compiled.ok) return undefined;
  const { size } = compiledFully(text);
  const replace = replacerOf(text, template);
  return (value) => {
    if (size * value.length > MAX_REPLACING_STEPS) throw new PatternTooCostly();
    // Most outputs hold nothing to mask, which the automaton sees sooner.
    const isQuick = size * value.length <= MAX_STEPS;
    if (isQuick && !compiled.pattern.test(value)) return { text: value, count: 0 };
    return replace(toWellFormed(value));
  };
}
