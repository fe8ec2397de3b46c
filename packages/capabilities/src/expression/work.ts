import { childrenOf, loopOf, methodCall, type SyntaxNode } from './syntax-tree.ts';

/** How much an evaluation has before it. */
export interface InputSize {
  /** Members of lists and mappings, all together. */
  readonly values: number;
  /** Characters of texts, all together. */
  readonly characters: number;
}

/** What a part of an expression does each time it is evaluated, the rounds of the loops in it left out. */
export interface Work {
  /** Comparisons of two values of which none is a literal. */
  readonly comparisons: number;
  /** Operations on a whole text or list. */
  readonly readings: number;
}

const VALUES_PER_UNIT = 100;
const CHARACTERS_PER_UNIT = 1_000;

const COMPARISONS = new Set(['==', '!=', 'in']);
const READERS = new Set(
  'contains indexOf lastIndexOf lower_ascii upper_ascii trim substring split join size string bytes hex base64'.split(
    ' ',
  ),
);

/**
 * The units for doing some work once. The CEL library counts nothing, so an upper bound stands in: a comparison may
 * look at every value there is, a reading at every character.
 */
export function unitsOf({ comparisons, readings }: Work, { values, characters }: InputSize): number {
  const perComparison = Math.floor(values / VALUES_PER_UNIT);
  return comparisons * perComparison + readings * Math.floor(characters / CHARACTERS_PER_UNIT);
}

/** The work of a node whose replaced methods are renamed. */
export function workOf(node: SyntaxNode): Work {
  let comparisons = 0;
  let readings = 0;
  visit(node);
  return { comparisons, readings };

  function visit(part: SyntaxNode): void {
    const children = childrenOf(part);
    if (COMPARISONS.has(part.op) && !children.some(isLiteral)) comparisons++;
    if (part.op === '+' || READERS.has(calledBy(part))) readings++;
    const iterated = loopOf(part) && methodCall(part)?.receiver;
    for (const child of iterated ? [iterated] : children) visit(child);
  }
}

/** Compared with a literal, a value is looked at only as far as the literal goes. */
function isLiteral(node: SyntaxNode): boolean {
  return (
    node.op === 'value' || ((node.op === 'list' || node.op === 'map') && childrenOf(node).every(isLiteral))
  );
}

function calledBy(node: SyntaxNode): string {
  return node.op === 'call' || node.op === 'rcall' ? String((node.args as readonly unknown[])[0]) : '';
}
