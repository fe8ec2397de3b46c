import { renderWorkflowTemplate } from '../templates/render-workflow.ts';
import { readWorkflowTemplate } from '../templates/workflow-template.ts';
import { isTruthy } from '../values/expression-value.ts';
import { type EvaluationOptions, evaluateExpression } from './evaluate-expression.ts';
import type { ExpressionScope } from './scope.ts';

/**
 * Whether a `when` holds: an expression in `{{ }}` or bare, or a text with braces, which holds unless it is empty.
 * Throws `ExpressionError`; Attune then takes the transition as if it read `succeeded()`.
 */
export function evaluateCondition(
  when: string,
  scope: ExpressionScope,
  options: EvaluationOptions = {},
): boolean {
  const hasBraces = readWorkflowTemplate(when).parts.some((part) => part.kind === 'expression');
  return isTruthy(
    hasBraces ? renderWorkflowTemplate(when, scope, options) : evaluateExpression(when, scope, options),
  );
}
