import { Budget, checkDepth } from '../evaluation/budget.ts';
import { Evaluation, type EvaluationOptions } from '../evaluation/evaluate-expression.ts';
import type { ExpressionScope } from '../evaluation/scope.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { type ExpressionValue, isList, isObject } from '../values/expression-value.ts';
import { textInTemplate } from '../values/text-of.ts';
import { readWorkflowTemplate } from './workflow-template.ts';

/**
 * Fills in the `{{ }}` of a workflow's value: every text in it, at any depth, but no keys. A text that is one
 * expression and nothing else becomes its value; in other texts values are written out, null as nothing, lists and
 * objects as compact JSON. Throws `ExpressionError`; its place is in the text at fault.
 */
export function renderWorkflowTemplate(
  value: ExpressionValue,
  scope: ExpressionScope,
  options: EvaluationOptions = {},
): ExpressionValue {
  const evaluation = new Evaluation(scope, new Budget(options.maxSteps));
  return render(value, evaluation, 0);
}

function render(value: ExpressionValue, evaluation: Evaluation, depth: number): ExpressionValue {
  checkDepth(depth, { start: 0, end: 0 });
  if (typeof value === 'string') return renderText(value, evaluation);
  if (isList(value)) return value.map((item) => render(item, evaluation, depth + 1));
  if (!isObject(value)) return value;
  return new Map([...value].map(([key, item]) => [key, render(item, evaluation, depth + 1)]));
}

function renderText(text: string, evaluation: Evaluation): ExpressionValue {
  const { parts, isWhole } = readWorkflowTemplate(text);
  const rendered = parts.map((part) => {
    if (part.kind === 'text') return text.slice(part.at.start, part.at.end);
    const value = evaluation.value(parseExpression(text, part.inner));
    return isWhole ? value : textInTemplate(value, evaluation.budget, part.at);
  });
  return isWhole ? (rendered[0] ?? null) : rendered.join('');
}
