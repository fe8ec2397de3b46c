import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { conditionExpression } from '../templates/condition-expression.ts';
import { readWorkflowTemplate } from '../templates/workflow-template.ts';
import { BOOL } from '../values/kind.ts';
import { type ExpressionNames, ruleNames } from './expression-names.ts';
import { type ExpressionCheck, Findings } from './finding.ts';
import { Inference } from './infer.ts';
import { type Shape, TEXT_SHAPE } from './shape.ts';

/** Judges a bare expression. Never throws. */
export function checkExpression(text: string, names: ExpressionNames): ExpressionCheck {
  const findings = new Findings();
  const shape = check(text, { start: 0, end: text.length }, names, findings);
  return { findings: findings.all, shape };
}

/** Judges a text of a workflow: each `{{ }}` in it, and braces that are never closed. Never throws. */
export function checkWorkflowTemplate(text: string, names: ExpressionNames): ExpressionCheck {
  const findings = new Findings();
  const { parts, isWhole, unclosed } = readWorkflowTemplate(text);
  let shape: Shape = TEXT_SHAPE;
  for (const part of parts) {
    if (findings.isFull) break;
    if (part.kind === 'text') continue;
    const found = check(text, part.inner, names, findings, part.at);
    if (isWhole) shape = found;
  }
  if (unclosed) findings.add('unclosed', unclosed, '"{{" has no "}}"', 'close it with "}}"');
  return { findings: findings.all, shape };
}

/** Judges a `when`: an expression in `{{ }}` or bare. Never throws. */
export function checkCondition(text: string, names: ExpressionNames): ExpressionCheck {
  const check = text.includes('{{') ? checkWorkflowTemplate : checkExpression;
  return { findings: check(text, names).findings, shape: { kinds: BOOL } };
}

/** Judges the `expression` of a rule, bare or in `{{ }}`, where the payload has a shape. Never throws. */
export function checkRuleExpression(text: string, payload: Shape): ExpressionCheck {
  const findings = new Findings();
  check(text, conditionExpression(text), ruleNames(payload), findings);
  return { findings: findings.all, shape: { kinds: BOOL } };
}

/** `around` is what to point at when there is nothing in the range. */
function check(
  text: string,
  range: Span,
  names: ExpressionNames,
  findings: Findings,
  around: Span = range,
): Shape {
  try {
    return new Inference(text, names, findings).shapeOf(parseExpression(text, range));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const at = error.at.start < error.at.end ? error.at : around;
    return findings.add(error.code, at, error.message, error.hint);
  }
}
