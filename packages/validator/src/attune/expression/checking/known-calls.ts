import { compilePattern } from '@packwright/values';
import type { Span } from '../../../source/span.ts';
import type { BuiltIn } from '../functions/built-in.ts';
import type { CallNode } from '../syntax/node.ts';
import { INT, LIST, NUMBER, STRING } from '../values/kind.ts';
import { ANY_SHAPE, type Shape, TEXT_SHAPE } from './shape.ts';

/** Functions that give back what their first input is, with some of it. */
const LIKE_FIRST: ReadonlySet<string> = new Set(['reversed', 'slice', 'sort', 'unique']);
const ENTRIES: ReadonlyMap<string, Shape> = new Map([
  ['keys', TEXT_SHAPE],
  ['split', TEXT_SHAPE],
  ['range', { kinds: INT }],
  ['zip', { kinds: LIST }],
]);

/** What a call gives, as far as its inputs tell. */
export function shapeOfCall(name: string, { returns }: BuiltIn, inputs: readonly Shape[]): Shape {
  const first = inputs[0] ?? ANY_SHAPE;
  if (LIKE_FIRST.has(name)) return { ...first, kinds: first.kinds & returns || returns };
  if (name === 'chunks') return { kinds: LIST, entries: { ...first, kinds: LIST } };
  if (name === 'abs') return { kinds: first.kinds & NUMBER || NUMBER };
  if (name === 'min' || name === 'max') {
    const both = inputs.reduce((kinds, one) => kinds | one.kinds, 0) & (NUMBER | STRING);
    return { kinds: both || returns };
  }
  const entries = ENTRIES.get(name);
  return entries ? { kinds: returns, entries } : { kinds: returns };
}

/** What is wrong with a pattern that is written out in a call of `match()`. */
export function patternFault({ name, inputs }: CallNode): { at: Span; message: string } | undefined {
  const [pattern] = inputs;
  if (name !== 'match' || pattern?.kind !== 'literal' || typeof pattern.value !== 'string') return undefined;
  const compiled = compilePattern(pattern.value);
  return compiled.ok ? undefined : { at: pattern.at, message: `the pattern ${compiled.reason}` };
}
