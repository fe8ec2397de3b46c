import { compilePattern } from '@packwright/values';
import { quote } from '../quote.ts';
import { OWN_METHODS } from './own-methods.ts';
import { type Refusal, refusal } from './refusal.ts';
import {
  childrenOf,
  literalText,
  loopOf,
  type MethodCall,
  methodCall,
  nodesOf,
  type SyntaxNode,
} from './syntax-tree.ts';

const DEEPEST_LOOP = 2;
const DEEPEST_LITERAL = 3;

/**
 * Methods that the CEL library adds to the language. `json` would bring in values of any shape, of each of which the
 * library keeps a type for ever.
 */
const NOT_IN_CEL = new Set(['json', 'at', ...OWN_METHODS.values()]);

/** The first call, loop or literal that is refused (specs/evershell 3.8). */
export function checkCalls(tree: SyntaxNode): Refusal | undefined {
  const tooDeep = [...nodesOf(tree)].find((node) => literalDepth(node) > DEEPEST_LITERAL);
  if (tooDeep)
    return refusal('expression_limit', 'lists and maps nest too deep', 'write at most three levels', tooDeep);
  if (loopDepth(tree) > DEEPEST_LOOP) {
    const message = `loops nest deeper than ${DEEPEST_LOOP} levels`;
    return refusal('expression_limit', message, 'use at most one loop within another', tree);
  }
  for (const node of nodesOf(tree)) {
    const call = methodCall(node);
    const refused = call && checkMethod(call, node);
    if (refused) return refused;
  }
  return undefined;
}

function checkMethod({ method, args }: MethodCall, node: SyntaxNode): Refusal | undefined {
  if (NOT_IN_CEL.has(method)) {
    return refusal(
      'expression_function',
      `\`${method}\` is not a method here`,
      'use the methods of CEL',
      node,
    );
  }
  if (method !== 'matches') return undefined;
  const pattern = literalText(args[0]);
  if (pattern === undefined) {
    return refusal('pattern_form', 'the pattern is computed', 'write it as a literal text', node);
  }
  const compiled = compilePattern(pattern);
  if (compiled.ok) return undefined;
  return refusal(
    'pattern_form',
    `the pattern ${quote(pattern)} ${compiled.reason}`,
    'write it in RE2 syntax',
    args[0],
  );
}

/** Calls of methods that are replaced, to be renamed. */
export function renameOwnMethods(tree: SyntaxNode): void {
  for (const node of nodesOf(tree)) {
    const own = OWN_METHODS.get(methodCall(node)?.method ?? '');
    if (own) (node.args as unknown[])[0] = own;
  }
}

function loopDepth(node: SyntaxNode): number {
  const below = Math.max(0, ...childrenOf(node).map(loopDepth));
  const call = loopOf(node) && methodCall(node);
  if (!call) return below;
  // What is iterated is evaluated once, before the loop.
  return Math.max(loopDepth(call.receiver), 1 + Math.max(0, ...call.args.map(loopDepth)));
}

function literalDepth(node: SyntaxNode): number {
  if (node.op !== 'list' && node.op !== 'map') return 0;
  return 1 + Math.max(0, ...childrenOf(node).map(literalDepth));
}
