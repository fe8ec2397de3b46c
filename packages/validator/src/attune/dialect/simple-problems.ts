// What keywords say of texts, numbers and counts.
import { compilePattern, PatternTooCostly } from '@packwright/values';
import { own, type SchemaMap } from './schema-path.ts';
import { isNumeric } from './value-type.ts';
import { quoted, type ValueWords } from './value-words.ts';

export function* textProblems(schema: SchemaMap, value: string): Generator<ValueWords> {
  const length = [...value].length;
  yield* bounds(schema, length, 'minLength', 'maxLength', ['character', 'characters']);
  const pattern = own(schema, 'pattern');
  if (typeof pattern === 'string' && !occurs(pattern, value)) {
    yield { message: `is ${quoted(value)}, which does not match ${quoted(pattern)}` };
  }
}

function occurs(pattern: string, value: string): boolean {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return true;
  try {
    return compiled.pattern.test(value);
  } catch (error) {
    if (error instanceof PatternTooCostly) return true;
    throw error;
  }
}

export function* numberProblems(schema: SchemaMap, value: number | bigint): Generator<ValueWords> {
  const limit = (key: string) => {
    const found = own(schema, key);
    return isNumeric(found) ? found : undefined;
  };
  const [least, most] = [limit('minimum'), limit('maximum')];
  const [above, below] = [limit('exclusiveMinimum'), limit('exclusiveMaximum')];
  if (least !== undefined && value < least) yield { message: `is ${value}, below ${least}` };
  if (most !== undefined && value > most) yield { message: `is ${value}, above ${most}` };
  if (above !== undefined && value <= above) yield { message: `is ${value}, not above ${above}` };
  if (below !== undefined && value >= below) yield { message: `is ${value}, not below ${below}` };
  const step = limit('multipleOf');
  // Fractions of a step are left alone: 0.3 is no multiple of 0.1 to a computer.
  const isWhole = Number.isInteger(Number(step)) && Number.isInteger(Number(value));
  if (step !== undefined && step > 0 && isWhole && Number(value) % Number(step) !== 0) {
    yield { message: `is ${value}, not a multiple of ${step}` };
  }
}

export function* bounds(
  schema: SchemaMap,
  count: number,
  leastKey: string,
  mostKey: string,
  [one, many]: readonly [string, string],
): Generator<ValueWords> {
  const [least, most] = [own(schema, leastKey), own(schema, mostKey)];
  const unit = count === 1 ? one : many;
  if (typeof least === 'number' && count < least)
    yield { message: `has ${count} ${unit}, fewer than ${least}` };
  if (typeof most === 'number' && count > most) yield { message: `has ${count} ${unit}, more than ${most}` };
}
