import { quote } from '../../../structure/wording.ts';
import { Budget } from '../evaluation/budget.ts';
import { type EvaluationOptions, evaluateExpression } from '../evaluation/evaluate-expression.ts';
import { eventScope, type RuleEvent } from '../evaluation/event-scope.ts';
import { ExpressionError } from '../expression-error.ts';
import { isSameJson } from '../values/equal.ts';
import { type ExpressionValue, isList, isObject, isTruthy } from '../values/expression-value.ts';
import { conditionExpression } from './condition-expression.ts';

/**
 * Whether a rule answers to an event. `reason` says what a log should: why it does not although nobody said so.
 * `failed` means that Attune gives up on the rule for this event; it does not run either.
 */
export type ConditionsOutcome =
  | { readonly outcome: 'match' }
  | { readonly outcome: 'no match'; readonly reason?: string }
  | { readonly outcome: 'failed'; readonly reason: string };

const MATCH: ConditionsOutcome = { outcome: 'match' };

/** Judges the `conditions` of a rule in either form: `{expression: …}`, or a list that has to hold in whole. */
export function evaluateConditions(
  conditions: ExpressionValue,
  event: RuleEvent,
  options: EvaluationOptions = {},
): ConditionsOutcome {
  const payload = event.payload ?? null;
  if (payload === null || conditions === null) return MATCH;
  if (isList(conditions)) return all(conditions, payload, new Budget(options.maxSteps));
  if (!isObject(conditions)) return { outcome: 'no match', reason: 'the conditions are no list' };
  if (conditions.size === 0) return MATCH;
  const expression = conditions.get('expression');
  if (typeof expression !== 'string') return { outcome: 'no match', reason: 'the conditions are no list' };
  return holds(expression, event, options);
}

function holds(text: string, event: RuleEvent, options: EvaluationOptions): ConditionsOutcome {
  try {
    const { start, end } = conditionExpression(text);
    const value = evaluateExpression(text.slice(start, end), eventScope(event), options);
    return isTruthy(value) ? MATCH : { outcome: 'no match' };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { outcome: 'no match', reason: error.message };
  }
}

/** All conditions are looked at, so that one that fails does so even behind one that does not hold. */
function all(
  conditions: readonly ExpressionValue[],
  payload: ExpressionValue,
  budget: Budget,
): ConditionsOutcome {
  const reasons: string[] = [];
  let holdsAll = true;
  try {
    for (const condition of conditions) {
      const { isMet, reason } = one(condition, payload, budget);
      if (!isMet) holdsAll = false;
      if (reason !== undefined) reasons.push(reason);
    }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { outcome: 'failed', reason: error.message };
  }
  if (holdsAll) return MATCH;
  const [reason] = reasons;
  return { outcome: 'no match', ...(reason !== undefined && { reason }) };
}

const NOWHERE = { start: 0, end: 0 };

function one(
  condition: ExpressionValue,
  payload: ExpressionValue,
  budget: Budget,
): { readonly isMet: boolean; readonly reason?: string } {
  const field = textUnder(condition, 'field');
  const operator = textUnder(condition, 'operator');
  const wanted = (isObject(condition) ? condition.get('value') : null) ?? null;
  const value = fieldOf(payload, field, budget);
  switch (operator) {
    case 'equals':
      return { isMet: isSameJson(value, wanted, budget, NOWHERE) };
    case 'not_equals':
      return { isMet: !isSameJson(value, wanted, budget, NOWHERE) };
    case 'contains':
      return { isMet: typeof value === 'string' && typeof wanted === 'string' && value.includes(wanted) };
    default:
      return { isMet: false, reason: `there is no operator ${quote(operator)}` };
  }
}

function textUnder(condition: ExpressionValue, key: 'field' | 'operator'): string {
  const text = isObject(condition) ? condition.get(key) : undefined;
  if (typeof text === 'string') return text;
  throw new ExpressionError('unknown-member', `the condition has no ${key}`, NOWHERE);
}

/** Only objects are followed: entries of lists have no path here. */
function fieldOf(payload: ExpressionValue, path: string, budget: Budget): ExpressionValue {
  let value: ExpressionValue | undefined = payload;
  for (const name of path.split('.')) {
    budget.spend(1, NOWHERE);
    value = value !== undefined && isObject(value) ? value.get(name) : undefined;
  }
  if (value !== undefined) return value;
  throw new ExpressionError('unknown-member', `the payload has no ${quote(path)}`, NOWHERE);
}
