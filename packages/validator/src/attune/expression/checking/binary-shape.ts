import { operandFault } from '../evaluation/operand-fault.ts';
import type { BinaryNode } from '../syntax/node.ts';
import { BOOL, describeKinds, INT, type Kinds, LIST, NULL, NUMBER, STRING } from '../values/kind.ts';
import type { Findings } from './finding.ts';
import { type Shape, widened } from './shape.ts';

const ORDER: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** What an operator gives for operands of these kinds; what cannot be is noted. */
export function shapeOfBinary(node: BinaryNode, left: Kinds, right: Kinds, findings: Findings): Shape {
  const { operator } = node;
  const fault = operandFault(operator, left, right);
  if (fault) {
    const isChain = node.left.kind === 'binary' && ORDER.has(node.left.operator) && ORDER.has(operator);
    return findings.add('type', node.at, fault.message, isChain ? 'write a < b and b < c' : fault.hint);
  }
  if (operator === '/' || operator === '%') noteZero(node, findings);
  if (operator === '==' || operator === '!=') noteNeverEqual(node, left, right, findings);
  return { kinds: resultOf(operator, left, right) };
}

function noteZero({ right: divisor }: BinaryNode, findings: Findings): void {
  if (divisor.kind !== 'literal' || (divisor.value !== 0n && divisor.value !== 0)) return;
  findings.add('division-by-zero', divisor.at, 'the divisor is 0');
}

function noteNeverEqual({ operator, at }: BinaryNode, left: Kinds, right: Kinds, findings: Findings): void {
  // A comparison with null asks whether there is a value; that there always is one is no fault.
  if (left === NULL || right === NULL || (widened(left) & widened(right)) !== 0) return;
  const verb = operator === '==' ? 'never equals' : 'always differs from';
  const isTextAndNumber = ((left | right) & ~(NUMBER | STRING)) === 0;
  const hint = isTextAndNumber ? 'write both as numbers, or both as text' : undefined;
  findings.add('never-equal', at, `${describeKinds(left)} ${verb} ${describeKinds(right)}`, hint);
}

function resultOf(operator: BinaryNode['operator'], left: Kinds, right: Kinds): Kinds {
  const areWhole = left === INT && right === INT;
  switch (operator) {
    case '+': {
      const joined = left & right & (STRING | LIST);
      const canAdd = (left & NUMBER) !== 0 && (right & NUMBER) !== 0;
      return canAdd ? joined | (areWhole ? INT : NUMBER) : joined;
    }
    case '-':
    case '*':
    case '%':
      return areWhole ? INT : NUMBER;
    case '/':
      return NUMBER;
    default:
      return BOOL;
  }
}
