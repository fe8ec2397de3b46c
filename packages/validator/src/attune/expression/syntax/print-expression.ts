import { toPlainDecimal } from '@packwright/values';
import { type ChainNode, chainOf, type ExpressionNode, type LiteralNode } from './node.ts';
import { MINUS_POWER, NOT_POWER, POWERS } from './parse-expression.ts';

/** Above every operator: what can be followed by `.name`, `[…]` or nothing. */
const HIGHEST = MINUS_POWER + 1;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\\', '\\\\'],
  ['"', '\\"'],
]);

/** The expression on one line with as few brackets as it needs. Read again, it gives the same tree but for the places. */
export function printExpression(node: ExpressionNode): string {
  return print(node, 0);
}

/** Prints a node where only operators of at least this power may stand bare. */
function print(node: ExpressionNode, least: number): string {
  const { base, links } = chainOf(node);
  let text = printBase(base);
  let power = powerOf(base);
  for (const link of links) {
    const own = powerOf(link);
    text = `${power < own ? `(${text})` : text}${printLink(link, own)}`;
    power = own;
  }
  return power < least ? `(${text})` : text;
}

function powerOf(node: ExpressionNode): number {
  if (node.kind === 'binary') return POWERS.get(node.operator) ?? 0;
  if (node.kind === 'unary') return node.operator === 'not' ? NOT_POWER : MINUS_POWER;
  return HIGHEST;
}

function printLink(link: ChainNode, power: number): string {
  if (link.kind === 'member') return `.${link.name}`;
  if (link.kind === 'index') return `[${print(link.index, 0)}]`;
  return ` ${link.operator} ${print(link.right, power + 1)}`;
}

function printBase(node: Exclude<ExpressionNode, ChainNode>): string {
  switch (node.kind) {
    case 'literal':
      return printLiteral(node);
    case 'name':
      return node.name;
    case 'list':
      return `[${node.items.map((item) => print(item, 0)).join(', ')}]`;
    case 'call':
      return `${node.name}(${node.inputs.map((input) => print(input, 0)).join(', ')})`;
    case 'unary':
      return node.operator === 'not'
        ? `not ${print(node.operand, NOT_POWER)}`
        : `-${print(node.operand, MINUS_POWER)}`;
  }
}

function printLiteral({ value }: LiteralNode): string {
  if (typeof value === 'string')
    return `"${value.replace(/[\n\t\r\\"]/g, (sign) => ESCAPES.get(sign) ?? sign)}"`;
  if (typeof value !== 'number') return String(value);
  const text = toPlainDecimal(value);
  return text.includes('.') ? text : `${text}.0`;
}
