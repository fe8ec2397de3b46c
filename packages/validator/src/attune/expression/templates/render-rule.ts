import { Budget, checkDepth } from '../evaluation/budget.ts';
import type { EvaluationOptions } from '../evaluation/evaluate-expression.ts';
import { type ExpressionObject, type ExpressionValue, isList, isObject } from '../values/expression-value.ts';
import { textInTemplate } from '../values/text-of.ts';
import { parseRuleTemplate, type RulePath } from './rule-template.ts';

/** What the templates of a rule can see. */
export interface RuleSources {
  /** `event`: payload, id, trigger, created. */
  readonly event: ExpressionObject;
  /** `pack.config`. */
  readonly config: ExpressionValue;
  /** `system`: timestamp and rule. */
  readonly system: ExpressionObject;
}

const WHOLE_NUMBER = /^\+?[0-9]+$/;

/**
 * Fills in the `{{ }}` of `action_params`: every text in it, at any depth, but no keys. A text that is one path and
 * nothing else becomes its value, null when there is none; in other texts what is missing is nothing. Values are
 * never read for further braces. Throws `ExpressionError` only when it would cost too much.
 */
export function renderRuleTemplate(
  value: ExpressionValue,
  sources: RuleSources,
  options: EvaluationOptions = {},
): ExpressionValue {
  return new Rendering(sources, new Budget(options.maxSteps)).value(value, 0);
}

class Rendering {
  readonly #sources: RuleSources;
  readonly #budget: Budget;

  constructor(sources: RuleSources, budget: Budget) {
    this.#sources = sources;
    this.#budget = budget;
  }

  value(value: ExpressionValue, depth: number): ExpressionValue {
    checkDepth(depth, { start: 0, end: 0 });
    if (typeof value === 'string') return this.#text(value);
    if (isList(value)) return value.map((item) => this.value(item, depth + 1));
    if (!isObject(value)) return value;
    return new Map([...value].map(([key, item]) => [key, this.value(item, depth + 1)]));
  }

  #text(text: string): ExpressionValue {
    const { parts, isWhole } = parseRuleTemplate(text);
    const rendered = parts.map((part) => {
      if (part.kind === 'text') return text.slice(part.at.start, part.at.end);
      this.#budget.spend(part.path.segments.length, part.at);
      const value = this.#find(part.path) ?? null;
      return isWhole ? value : textInTemplate(value, this.#budget, part.at);
    });
    return isWhole ? (rendered[0] ?? null) : rendered.join('');
  }

  #find({ segments }: RulePath): ExpressionValue | undefined {
    const names = segments.map(({ name }) => name);
    const [root, ...rest] = names;
    if (root === 'event') return follow(this.#sources.event, rest);
    if (root === 'system') return follow(this.#sources.system, rest);
    return root === 'pack' && rest[0] === 'config' ? follow(this.#sources.config, rest.slice(1)) : undefined;
  }
}

function follow(from: ExpressionValue, names: readonly string[]): ExpressionValue | undefined {
  let value: ExpressionValue | undefined = from;
  for (const name of names) {
    if (value === undefined) return undefined;
    if (isObject(value)) value = value.get(name);
    else if (isList(value)) value = WHOLE_NUMBER.test(name) ? value[Number(name)] : undefined;
    else return undefined;
  }
  return value;
}
