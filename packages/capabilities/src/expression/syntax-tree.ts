import type { ParseResult } from '@marcbachmann/cel-js';
import type { TextRange } from '../text-range.ts';

/**
 * A node of the CEL library's tree. The library's own types say less than the tree holds: a macro such as `all` keeps
 * the loop it stands for in `meta.alternate`.
 */
export interface SyntaxNode {
  readonly op: string;
  readonly args: unknown;
  readonly start: number;
  readonly end: number;
  readonly meta: { readonly alternate?: SyntaxNode };
}

/** The loop behind a macro. The library asks `condition`, where there is one, before each round. */
export interface Loop {
  condition?: (accumulated: unknown) => boolean;
}

/** The whole tree of a parsed expression. */
export function treeOf(parsed: ParseResult): SyntaxNode {
  return parsed.ast as unknown as SyntaxNode;
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return nodesIn(node.args);
}

function nodesIn(value: unknown): readonly SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : [];
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** A node and everything below it, each before what is below it. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** The text of a literal text; nothing for other nodes. */
export function literalText(node: SyntaxNode | undefined): string | undefined {
  return node?.op === 'value' && typeof node.args === 'string' ? node.args : undefined;
}

/** A call of a method: its name, what it is called on, its arguments. */
export interface MethodCall {
  readonly method: string;
  readonly receiver: SyntaxNode;
  readonly args: readonly SyntaxNode[];
}

export function methodCall(node: SyntaxNode): MethodCall | undefined {
  if (node.op !== 'rcall') return undefined;
  const [method, receiver, args] = node.args as [string, SyntaxNode, readonly SyntaxNode[]];
  return { method, receiver, args };
}

/** The loop that a macro stands for; nothing for other nodes. */
export function loopOf(node: SyntaxNode): Loop | undefined {
  const { alternate } = node.meta;
  return alternate?.op === 'comprehension' ? (alternate.args as Loop) : undefined;
}

/** What is read of a variable: each place where it stands, and the member taken there if it is named by a literal. */
export interface VariableUse {
  readonly variable: string;
  readonly member: string | undefined;
  /** The variable with the member. */
  readonly range: TextRange;
  /** The variable alone. */
  readonly variableRange: TextRange;
}

/** Every use of a variable, `has(request.body)` included. */
export function* usesOf(node: SyntaxNode): Generator<VariableUse> {
  if (node.op === 'id') {
    yield { variable: String(node.args), member: undefined, range: node, variableRange: node };
  }
  const access = memberAccess(node);
  if (!access) {
    for (const child of childrenOf(node)) yield* usesOf(child);
    return;
  }
  const { object, member, key } = access;
  if (object.op === 'id') {
    yield { variable: String(object.args), member, range: node, variableRange: object };
  } else yield* usesOf(object);
  if (key) yield* usesOf(key);
}

function memberAccess(node: SyntaxNode) {
  if (node.op === '.') {
    const [object, member] = node.args as [SyntaxNode, string];
    return { object, member, key: undefined };
  }
  if (node.op !== '[]') return undefined;
  const [object, key] = node.args as [SyntaxNode, SyntaxNode];
  return { object, member: literalText(key), key };
}
