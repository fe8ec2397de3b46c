import type { Span } from '../../../source/span.ts';

export type Comparison = '==' | '!=' | '<' | '>' | '<=' | '>=' | 'in';
export type Arithmetic = '+' | '-' | '*' | '/' | '%';
export type BinaryOperator = 'or' | 'and' | Comparison | Arithmetic;
export type UnaryOperator = 'not' | '-';

interface Placed {
  /** In UTF-16 units of the text that was parsed; brackets around the node belong to what it is in. */
  readonly at: Span;
}

export interface LiteralNode extends Placed {
  readonly kind: 'literal';
  readonly value: null | boolean | string | bigint | number;
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly ExpressionNode[];
}

/** A name that stands alone: a root such as `parameters`, or a workflow variable. */
export interface NameNode extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name`. */
export interface MemberNode extends Placed {
  readonly kind: 'member';
  readonly object: ExpressionNode;
  readonly name: string;
  readonly nameAt: Span;
}

/** `object[index]`. */
export interface IndexNode extends Placed {
  readonly kind: 'index';
  readonly object: ExpressionNode;
  readonly index: ExpressionNode;
}

export interface CallNode extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly nameAt: Span;
  readonly inputs: readonly ExpressionNode[];
}

export interface UnaryNode extends Placed {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: ExpressionNode;
}

export interface BinaryNode extends Placed {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorAt: Span;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

export type ExpressionNode =
  | LiteralNode
  | ListNode
  | NameNode
  | MemberNode
  | IndexNode
  | CallNode
  | UnaryNode
  | BinaryNode;

/** A node whose first part may be as deep as the text is long: `a.b.c…`, `a + b + c…`. */
export type ChainNode = MemberNode | IndexNode | BinaryNode;

/** The innermost first part of a node, and what follows it, innermost first. Walks follow the links in a loop. */
export interface Chain {
  readonly base: Exclude<ExpressionNode, ChainNode>;
  readonly links: readonly ChainNode[];
}

export function chainOf(node: ExpressionNode): Chain {
  const links: ChainNode[] = [];
  let base = node;
  while (base.kind === 'member' || base.kind === 'index' || base.kind === 'binary') {
    links.push(base);
    base = base.kind === 'binary' ? base.left : base.object;
  }
  return { base, links: links.reverse() };
}
