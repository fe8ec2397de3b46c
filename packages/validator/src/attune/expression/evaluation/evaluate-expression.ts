import { quote } from '../../../structure/wording.ts';
import { ExpressionError } from '../expression-error.ts';
import { FUNCTIONS } from '../functions/table.ts';
import {
  type BinaryNode,
  type BinaryOperator,
  type CallNode,
  type ChainNode,
  type Comparison,
  chainOf,
  type ExpressionNode,
} from '../syntax/node.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { type ExpressionValue, isTruthy } from '../values/expression-value.ts';
import { entryOf, memberOf } from './access.ts';
import { calculate, negate } from './arithmetic.ts';
import { Budget } from './budget.ts';
import { compare } from './compare.ts';
import { inputFault } from './input-fault.ts';
import type { ExpressionScope } from './scope.ts';

export interface EvaluationOptions {
  /** What it may cost: about one step per operation, entry of a list or 8 characters; 5,000,000 when not given. */
  readonly maxSteps?: number;
}

/**
 * The value of an expression, given as text or as its tree. Whatever is missing is an error: names, members, entries.
 * Throws `ExpressionError`, with code `budget` when it would cost too much.
 */
export function evaluateExpression(
  expression: string | ExpressionNode,
  scope: ExpressionScope,
  options: EvaluationOptions = {},
): ExpressionValue {
  const node = typeof expression === 'string' ? parseExpression(expression) : expression;
  return new Evaluation(scope, new Budget(options.maxSteps)).value(node);
}

/** One run over trees that share a budget. */
export class Evaluation {
  readonly #scope: ExpressionScope;
  readonly budget: Budget;

  constructor(scope: ExpressionScope, budget: Budget) {
    this.#scope = scope;
    this.budget = budget;
  }

  value(node: ExpressionNode): ExpressionValue {
    const { base, links } = chainOf(node);
    let value = this.#base(base);
    for (const link of links) value = this.#follow(value, link);
    return value;
  }

  #base(node: ReturnType<typeof chainOf>['base']): ExpressionValue {
    this.budget.spend(1, node.at);
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'list':
        return node.items.map((item) => this.value(item));
      case 'name':
        return this.#named(node.name, node);
      case 'call':
        return this.#call(node);
      case 'unary': {
        const operand = this.value(node.operand);
        return node.operator === 'not' ? !isTruthy(operand) : negate(operand, node.at);
      }
    }
  }

  #follow(value: ExpressionValue, link: ChainNode): ExpressionValue {
    this.budget.spend(1, link.at);
    if (link.kind === 'member') return memberOf(value, link.name, link.nameAt);
    if (link.kind === 'index') return entryOf(value, this.value(link.index), this.budget, link.index.at);
    return this.#combine(value, link);
  }

  #combine(left: ExpressionValue, { operator, right, at }: BinaryNode): ExpressionValue {
    if (operator === 'and') return isTruthy(left) && isTruthy(this.value(right));
    if (operator === 'or') return isTruthy(left) || isTruthy(this.value(right));
    const value = this.value(right);
    return isComparison(operator)
      ? compare(operator, left, value, this.budget, at)
      : calculate(operator, left, value, this.budget, at);
  }

  #named(name: string, { at }: ExpressionNode): ExpressionValue {
    const value = this.#scope.names.get(name);
    if (value !== undefined) return value;
    throw new ExpressionError('unknown-name', `nothing is named ${quote(name)}`, at);
  }

  #call(node: CallNode): ExpressionValue {
    const inputs = node.inputs.map((input) => this.value(input));
    const answer = this.#scope.answers?.get(node.name);
    if (answer !== undefined) return answer;
    const called = FUNCTIONS.get(node.name);
    if (!called) {
      throw new ExpressionError('unknown-function', `there is no function ${node.name}()`, node.nameAt);
    }
    const fault = inputFault(node, called, inputs);
    if (fault) throw fault;
    return called.run(inputs, { budget: this.budget, at: node.at });
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=', 'in']);

const isComparison = (operator: Exclude<BinaryOperator, 'and' | 'or'>): operator is Comparison =>
  COMPARISONS.has(operator);
