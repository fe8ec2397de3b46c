import { closest } from '@packwright/values';
import { quote } from '../../../structure/wording.ts';
import { isSchemaMap, own, type SchemaMap } from '../../dialect/schema-path.ts';
import { MAX_FINDINGS } from '../limits.ts';
import { describeKinds, OBJECT, STRING } from '../values/kind.ts';
import { checkRuleExpression } from './check-expression.ts';
import type { ExpressionFinding } from './finding.ts';
import { nearName } from './name-hints.ts';
import { memberShape, type Shape } from './shape.ts';

/** Something wrong with the `conditions` of a rule. */
export interface ConditionFinding {
  readonly kind: ExpressionFinding['kind'] | 'never-matches' | 'missing-key' | 'unknown-operator';
  /** The key or entry at fault, from the conditions inwards. */
  readonly path: readonly (string | number)[];
  /** The part of the text there, for what is wrong inside a text. */
  readonly at?: ExpressionFinding['at'];
  readonly message: string;
  readonly hint?: string;
}

const OPERATORS = ['equals', 'not_equals', 'contains'];
const MEANT: ReadonlyMap<string, string> = new Map([
  ['==', 'equals'],
  ['=', 'equals'],
  ['eq', 'equals'],
  ['is', 'equals'],
  ['!=', 'not_equals'],
  ['ne', 'not_equals'],
  ['neq', 'not_equals'],
  ['includes', 'contains'],
]);
const ONLY_EXPRESSIONS = 'write `expression: event.payload.…` for anything else';

/** Judges plain `conditions` in either form, where the payload has a shape. Never throws. */
export function checkConditions(conditions: unknown, payload: Shape): readonly ConditionFinding[] {
  if (conditions === undefined || conditions === null) return [];
  if (Array.isArray(conditions)) return [...listFindings(conditions, payload)];
  if (!isSchemaMap(conditions)) return [neverMatches([], 'conditions of this kind never match')];
  if (Object.keys(conditions).length === 0) return [];
  const expression = own(conditions, 'expression');
  if (expression === undefined) return [neverMatches([], 'conditions without `expression` never match')];
  if (typeof expression !== 'string') return [neverMatches(['expression'], 'an expression is text')];
  if (expression.trim() === '') return [neverMatches(['expression'], 'an empty expression never matches')];
  const { findings } = checkRuleExpression(expression, payload);
  return findings.map((finding) => ({ ...finding, path: ['expression'] }));
}

const neverMatches = (path: readonly string[], message: string): ConditionFinding => ({
  kind: 'never-matches',
  path,
  message,
  hint: 'write `expression: event.payload.…`',
});

function* listFindings(conditions: readonly unknown[], payload: Shape): Generator<ConditionFinding> {
  let left = MAX_FINDINGS;
  for (const [index, condition] of conditions.entries()) {
    for (const finding of entryFindings(condition, index, payload)) {
      yield finding;
      if (--left === 0) return;
    }
  }
}

function* entryFindings(condition: unknown, index: number, payload: Shape): Generator<ConditionFinding> {
  const entry = isSchemaMap(condition) ? condition : {};
  const field = own(entry, 'field');
  const operator = own(entry, 'operator');
  for (const [key, value] of [
    ['field', field],
    ['operator', operator],
  ] as const) {
    if (typeof value === 'string') continue;
    const path = value === undefined ? [index] : [index, key];
    const message = `a condition without \`${key}\` fails, and the rule never runs`;
    yield { kind: 'missing-key', path, message, hint: `add \`${key}\`, as text` };
  }
  if (typeof operator === 'string' && !OPERATORS.includes(operator)) yield unknownOperator(operator, index);
  if (typeof field !== 'string') return;
  const found = fieldFinding(field, index, payload);
  if (found) yield found;
  else if (operator === 'contains') yield* containsFindings(entry, field, index, payload);
}

function unknownOperator(operator: string, index: number): ConditionFinding {
  const near = MEANT.get(operator) ?? closest(operator, OPERATORS);
  return {
    kind: 'unknown-operator',
    path: [index, 'operator'],
    message: `${quote(operator)} is no operator, so the condition never holds`,
    hint: near === undefined ? ONLY_EXPRESSIONS : `did you mean "${near}"?`,
  };
}

function shapeAt(
  field: string,
  payload: Shape,
): Shape | { readonly fault: string; readonly at: number; readonly near?: string } {
  let shape = payload;
  let at = 0;
  for (const name of field.split('.')) {
    const found = (shape.kinds & OBJECT) === 0 ? undefined : memberShape(shape, name);
    if (!found) {
      const near = nearName(name, shape.members);
      return { fault: name, at, ...(near !== undefined && { near }) };
    }
    shape = found;
    at += name.length + 1;
  }
  return shape;
}

function fieldFinding(field: string, index: number, payload: Shape): ConditionFinding | undefined {
  const found = shapeAt(field, payload);
  if (!('fault' in found)) return undefined;
  const { fault, at, near } = found;
  const isTooLong = at === 0 && (fault === 'event' || fault === 'payload');
  const hint = isTooLong
    ? 'leave out what stands before the name: fields begin in the payload'
    : near === undefined
      ? undefined
      : `did you mean "${near}"?`;
  return {
    kind: 'unknown-member',
    path: [index, 'field'],
    at: { start: at, end: at + fault.length },
    message: `the payload has no ${quote(field)}, so the condition fails and the rule never runs`,
    ...(hint !== undefined && { hint }),
  };
}

function* containsFindings(
  entry: SchemaMap,
  field: string,
  index: number,
  payload: Shape,
): Generator<ConditionFinding> {
  const found = shapeAt(field, payload);
  const kinds = 'fault' in found ? STRING : found.kinds;
  const value = own(entry, 'value');
  if ((kinds & STRING) === 0) {
    const message = `"contains" looks for text in text, and ${field} is ${describeKinds(kinds)}`;
    yield { kind: 'type', path: [index, 'operator'], message, hint: ONLY_EXPRESSIONS };
  } else if (typeof value !== 'string') {
    const path = value === undefined ? [index] : [index, 'value'];
    const message = '"contains" looks for text in text, so the condition never holds';
    yield { kind: 'type', path, message, hint: ONLY_EXPRESSIONS };
  }
}
