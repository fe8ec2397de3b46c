import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import type { BuiltIn } from '../functions/built-in.ts';
import type { CallNode } from '../syntax/node.ts';
import type { ExpressionValue } from '../values/expression-value.ts';
import { describeKinds, type Kinds, kindOf } from '../values/kind.ts';

/** What is wrong with the inputs of a call, by their number and then by their kinds. */
export function inputFault(
  node: CallNode,
  called: BuiltIn,
  inputs: readonly ExpressionValue[],
): ExpressionError | undefined {
  const count = countFault(node, called);
  if (count !== undefined)
    return new ExpressionError('argument-count', count, node.at, usage(node.name, called));
  for (const [index, input] of inputs.entries()) {
    const fault = kindFault(node.name, called, index, kindOf(input));
    if (fault !== undefined) return new ExpressionError('type', fault, spanOf(node, index));
  }
  return undefined;
}

/** Says when a function gets more or fewer inputs than it takes. */
export function countFault({ name, inputs }: CallNode, called: BuiltIn): string | undefined {
  const most = called.parameters.length;
  const least = most - (called.optional ?? 0);
  if (inputs.length >= least && inputs.length <= most) return undefined;
  const wanted = least === most ? `${most}` : `${least} or ${most}`;
  return `${name}() takes ${wanted} ${most === 1 ? 'value' : 'values'}, not ${inputs.length}`;
}

/** Says when no value of these kinds can be the input at a place. */
export function kindFault(name: string, called: BuiltIn, index: number, kinds: Kinds): string | undefined {
  const wanted = called.parameters[index];
  if (!wanted || (wanted.kinds & kinds) !== 0) return undefined;
  return `${name}() takes ${describeKinds(wanted.kinds)} as its "${wanted.name}", not ${describeKinds(kinds)}`;
}

/** How a function is called: `write slice(whole, from, to)`. */
export function usage(name: string, called: BuiltIn): string {
  return `write ${name}(${called.parameters.map((one) => one.name).join(', ')})`;
}

const spanOf = (node: CallNode, index: number): Span => node.inputs[index]?.at ?? node.at;
