import type { EvershellBodyValue } from '@packwright/schema/evershell';
import { compileExpression, type ResultType } from '../expression/compile-expression.ts';
import { pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';
import type { Value } from './transform.ts';

const TEXT: readonly ResultType[] = ['string', 'int', 'uint', 'double', 'bool', 'dyn'];
const JSON_VALUE: readonly ResultType[] = [...TEXT, 'null', 'list', 'map'];

/** A value for a header, a query parameter or a path; nothing when it is refused. */
export function compileTextValue(
  value: EvershellBodyValue,
  at: string,
  problems: Problems,
): Value | undefined {
  return compileValue(value, TEXT, at, problems);
}

/** A value for a member of a body; nothing when it is refused. */
export function compileBodyValue(
  value: EvershellBodyValue,
  at: string,
  problems: Problems,
): Value | undefined {
  return compileValue(value, JSON_VALUE, at, problems);
}

function compileValue(
  value: EvershellBodyValue,
  results: readonly ResultType[],
  at: string,
  problems: Problems,
): Value | undefined {
  if (typeof value !== 'object' || value === null) return { kind: 'literal', value };
  const compiled = compileExpression(value.expr, 'value', results);
  if (compiled.ok) return { kind: 'computed', expression: compiled.expression };
  const { code, message, hint, details } = compiled.refusal;
  problems.add(code, pointerTo(at, 'expr'), message, hint, details);
  return undefined;
}
