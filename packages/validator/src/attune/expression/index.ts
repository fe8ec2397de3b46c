export { type ConditionFinding, checkConditions } from './checking/check-conditions.ts';
export {
  checkCondition,
  checkExpression,
  checkRuleExpression,
  checkWorkflowTemplate,
} from './checking/check-expression.ts';
export { checkRuleTemplate, type RuleTemplateNames } from './checking/check-rule-template.ts';
export {
  type ExpressionNames,
  ruleNames,
  type WorkflowNames,
  workflowNames,
} from './checking/expression-names.ts';
export type { ExpressionCheck, ExpressionFinding, FindingKind } from './checking/finding.ts';
export {
  type ExpressionReference,
  referencesOf,
  ruleReferences,
  workflowReferences,
} from './checking/references.ts';
export {
  ANY_SHAPE,
  canBe,
  itemShape,
  listShape,
  objectShape,
  type Shape,
  TEXT_SHAPE,
} from './checking/shape.ts';
export { shapeOfSchema } from './checking/shape-of-schema.ts';
export { evaluateCondition } from './evaluation/evaluate-condition.ts';
export { type EvaluationOptions, evaluateExpression } from './evaluation/evaluate-expression.ts';
export { eventScope, type RuleEvent } from './evaluation/event-scope.ts';
export type { ExpressionScope } from './evaluation/scope.ts';
export { type WorkflowState, workflowScope } from './evaluation/workflow-scope.ts';
export { ExpressionError, type ExpressionErrorCode } from './expression-error.ts';
export type { BuiltIn, Parameter } from './functions/built-in.ts';
export { FUNCTIONS } from './functions/table.ts';
export type { ExpressionNode } from './syntax/node.ts';
export { parseExpression } from './syntax/parse-expression.ts';
export { printExpression } from './syntax/print-expression.ts';
export { type RuleSources, renderRuleTemplate } from './templates/render-rule.ts';
export { renderWorkflowTemplate } from './templates/render-workflow.ts';
export { type ConditionsOutcome, evaluateConditions } from './templates/rule-conditions.ts';
export { parseRuleTemplate, type RulePath, type RuleTemplate } from './templates/rule-template.ts';
export { readWorkflowTemplate, type WorkflowTemplate } from './templates/workflow-template.ts';
export { type ExpressionObject, type ExpressionValue, isTruthy } from './values/expression-value.ts';
export { fromJson } from './values/from-json.ts';
export { describeKinds } from './values/kind.ts';
export { toExactJson } from './values/to-exact-json.ts';
