import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import { closestFunction, isFunction } from '../functions/names.ts';
import { MAX_EXPRESSION_DEPTH, MAX_EXPRESSION_LENGTH } from '../limits.ts';
import { adviceOnToken } from './advice.ts';
import { filterFault } from './filter-fault.ts';
import { Lexer } from './lexer.ts';
import type { BinaryOperator, ExpressionNode } from './node.ts';
import { describeToken, type Token } from './token.ts';
import { trimmedRange } from './white-space.ts';

/** How tightly the binary operators bind; all of one row group from the left. */
export const POWERS: ReadonlyMap<string, number> = new Map([
  ...['or'].map((sign) => [sign, 1] as const),
  ...['and'].map((sign) => [sign, 2] as const),
  ...['==', '!=', '<', '>', '<=', '>=', 'in'].map((sign) => [sign, 4] as const),
  ...['+', '-'].map((sign) => [sign, 5] as const),
  ...['*', '/', '%'].map((sign) => [sign, 6] as const),
]);
/** The prefix operators: `not` stands between `and` and the comparisons, `-` above all binary ones. */
export const NOT_POWER = 3;
export const MINUS_POWER = 7;

const CONSTANTS: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const OPERATOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in']);

/**
 * Reads one expression of the workflow language. All offsets are in `text`; with a range only that part is read.
 * Throws `ExpressionError`, with code `syntax`, `filter` for a pipe, or `budget` beyond 65,536 characters or 100 levels.
 */
export function parseExpression(text: string, range?: Span): ExpressionNode {
  const { start, end } = trimmedRange(text, range?.start, range?.end);
  if (end - start > MAX_EXPRESSION_LENGTH) {
    const message = `the expression is longer than ${MAX_EXPRESSION_LENGTH} characters`;
    throw new ExpressionError('budget', message, { start, end });
  }
  return new Parser(text, start, end).whole();
}

class Parser {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #lexer: Lexer;
  #token: Token;
  #last: Span;
  #depth = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#lexer = new Lexer(text, start, end);
    this.#last = { start, end: start };
    this.#token = this.#lexer.next();
  }

  whole(): ExpressionNode {
    if (this.#isDone()) {
      const at = { start: this.#start, end: this.#end };
      throw new ExpressionError('syntax', 'there is no expression', at, 'write one, or remove the braces');
    }
    const node = this.#binary(0);
    if (!this.#isDone()) this.#refuse('did not expect');
    return node;
  }

  #binary(least: number): ExpressionNode {
    const { start } = this.#token;
    let left = this.#prefix(least);
    for (;;) {
      const token = this.#token;
      const operator = token.kind === 'word' || token.kind === 'sign' ? token.text : '';
      const power = POWERS.get(operator);
      if (power === undefined || power < least) return left;
      this.#advance();
      const right = this.#binary(power + 1);
      left = {
        kind: 'binary',
        operator: operator as BinaryOperator,
        operatorAt: spanOf(token),
        left,
        right,
        at: { start, end: this.#last.end },
      };
    }
  }

  #prefix(least: number): ExpressionNode {
    const token = this.#token;
    // Behind a tighter operator `not` is out of place: `1 == not x` is refused, as by Attune.
    if (this.#is('not') && least <= NOT_POWER) return this.#unary('not', NOT_POWER, token.start);
    if (this.#is('-')) return this.#unary('-', MINUS_POWER, token.start);
    return this.#postfix(token.start, this.#primary());
  }

  #unary(operator: 'not' | '-', power: number, start: number): ExpressionNode {
    this.#advance();
    const operand = this.#nested(() => this.#binary(power));
    return { kind: 'unary', operator, operand, at: { start, end: this.#last.end } };
  }

  #primary(): ExpressionNode {
    const token = this.#token;
    const at = spanOf(token);
    if (token.kind === 'integer' || token.kind === 'float' || token.kind === 'string') {
      this.#advance();
      return { kind: 'literal', value: token.value, at };
    }
    if (token.kind === 'word' && !OPERATOR_WORDS.has(token.text)) {
      this.#advance();
      const constant = CONSTANTS.get(token.text);
      return constant === undefined
        ? { kind: 'name', name: token.text, at }
        : { kind: 'literal', value: constant, at };
    }
    if (this.#is('(')) return this.#group(token);
    if (this.#is('[')) return this.#list(token);
    return this.#refuse('expected a value', this.#is('not') ? 'put brackets around it: (not …)' : undefined);
  }

  #group(open: Token): ExpressionNode {
    this.#advance();
    const inner = this.#nested(() => this.#binary(0));
    this.#close(open, ')');
    return inner;
  }

  #list(open: Token): ExpressionNode {
    this.#advance();
    const items = this.#items(']');
    const end = this.#close(open, ']');
    return { kind: 'list', items, at: { start: open.start, end } };
  }

  #postfix(start: number, first: ExpressionNode): ExpressionNode {
    let node = first;
    for (;;) {
      if (this.#is('.')) node = this.#member(start, node);
      else if (this.#is('[')) node = this.#index(start, node);
      else if (this.#is('(') && node.kind === 'name') node = this.#call(start, node.name, node.at);
      else if (this.#is('(') && node.kind === 'member')
        this.#refuseMethod(node.object, node.name, node.nameAt);
      else if (this.#is('|')) throw filterFault(this.#text, node.at, this.#token.start, this.#end);
      else return node;
    }
  }

  #member(start: number, object: ExpressionNode): ExpressionNode {
    this.#advance();
    const token = this.#token;
    if (token.kind === 'integer')
      this.#refuse('expected a name', `write [${token.value}] for an entry of a list`);
    if (token.kind !== 'word') return this.#refuse('expected a name');
    this.#advance();
    const nameAt = spanOf(token);
    return {
      kind: 'member',
      object,
      name: token.text,
      nameAt,
      at: { start, end: token.end },
    };
  }

  #index(start: number, object: ExpressionNode): ExpressionNode {
    const open = this.#token;
    this.#advance();
    const index = this.#nested(() => this.#binary(0));
    const end = this.#close(open, ']');
    return { kind: 'index', object, index, at: { start, end } };
  }

  #call(start: number, name: string, nameAt: Span): ExpressionNode {
    const open = this.#token;
    this.#advance();
    const inputs = this.#items(')');
    const end = this.#close(open, ')');
    return { kind: 'call', name, nameAt, inputs, at: { start, end } };
  }

  /** What stands between commas. Only a list may end with one. */
  #items(closing: ')' | ']'): ExpressionNode[] {
    const items: ExpressionNode[] = [];
    while (!this.#is(closing) || (closing === ')' && items.length > 0)) {
      items.push(this.#nested(() => this.#binary(0)));
      if (!this.#is(',')) break;
      this.#advance();
    }
    return items;
  }

  #close(open: Token, closing: ')' | ']'): number {
    const { end } = this.#token;
    if (this.#is(closing)) {
      this.#advance();
      return end;
    }
    if (!this.#isDone()) this.#refuse(`expected "${closing}"`);
    const sign = closing === ')' ? '(' : '[';
    const at = { start: open.start, end: open.end };
    throw new ExpressionError('syntax', `"${sign}" is never closed`, at, `close it with "${closing}"`);
  }

  #refuseMethod(object: ExpressionNode, name: string, at: Span): never {
    const operand = this.#text.slice(object.at.start, object.at.end);
    const meant = isFunction(name) ? name : closestFunction(name);
    const isShort = operand.length <= 40;
    const hint = meant === undefined ? undefined : `write ${meant}(${isShort ? operand : '…'})`;
    throw new ExpressionError(
      'syntax',
      `"${name}" is called on a value, and values have no functions`,
      at,
      hint,
    );
  }

  /** Refuses the token at hand; `what` was expected in its place, or it has none at all. */
  #refuse(what: string, hint?: string): never {
    const token = this.#token;
    if (token.kind === 'end') {
      const before = this.#text.slice(this.#last.start, this.#last.end);
      throw new ExpressionError('syntax', `${what} after "${before}"`, this.#last);
    }
    const found = describeToken(token, this.#text);
    const message = what === 'did not expect' ? `${what} ${found}` : `${what}, found ${found}`;
    const advice = hint ?? adviceOnToken(this.#text, token.start, token.end);
    throw new ExpressionError('syntax', message, spanOf(token), advice);
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > MAX_EXPRESSION_DEPTH) {
      const message = `the expression nests deeper than ${MAX_EXPRESSION_DEPTH} levels`;
      throw new ExpressionError('budget', message, spanOf(this.#token));
    }
    const result = read();
    this.#depth--;
    return result;
  }

  #is(text: string): boolean {
    const token = this.#token;
    return (token.kind === 'sign' || token.kind === 'word') && token.text === text;
  }

  #isDone(): boolean {
    return this.#token.kind === 'end';
  }

  #advance(): void {
    this.#last = spanOf(this.#token);
    this.#token = this.#lexer.next();
  }
}

const spanOf = ({ start, end }: Token): Span => ({ start, end });
