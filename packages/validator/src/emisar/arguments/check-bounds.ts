import { parseConfigDuration } from '@packwright/values';
import { isSet, LISTS, NUMERIC } from './declaration.ts';
import { type Checked, type DeclarationProblem, onType } from './declaration-problem.ts';
import { quote } from './quote.ts';

/** What is wrong with `min` and `max`. */
export function* checkBounds(checked: Checked): Generator<DeclarationProblem> {
  const faults = (['min', 'max'] as const).flatMap((key) => boundProblem(checked, key) ?? []);
  yield* faults;
  const { min, max } = checked.rules;
  if (faults.length > 0 || !isSet(min) || !isSet(max) || Number(min) <= Number(max)) return;
  yield {
    kind: 'bounds-crossed',
    path: ['validation', 'max'],
    message: `\`max\` ${max} is below \`min\` ${min}`,
    hint: 'no value could pass',
  };
}

function boundProblem({ type, rules }: Checked, key: 'min' | 'max'): DeclarationProblem | undefined {
  const bound = rules[key];
  if (!isSet(bound)) return undefined;
  const path = ['validation', key];
  const value = Number(bound);
  if (!NUMERIC.has(type)) {
    return { kind: 'bound-on-type', path, ...onType(key, 'integer, number and integer_array', type) };
  }
  if (!Number.isFinite(value)) {
    return { kind: 'bound-not-finite', path, message: `\`${key}\` is ${bound}, which is no finite number` };
  }
  if (type === 'number' || Number.isSafeInteger(value)) return undefined;
  return { kind: 'bound-not-whole', path, ...notWhole(key, bound) };
}

function notWhole(key: string, bound: number | bigint): Pick<DeclarationProblem, 'message' | 'hint'> {
  return {
    message: `\`${key}\` is ${bound}, but the values are whole numbers`,
    hint: 'use a whole number between -9007199254740991 and 9007199254740991',
  };
}

/** What is wrong with `max_items`. */
export function* checkItems({ type, rules }: Checked): Generator<DeclarationProblem> {
  const { max_items: most } = rules;
  if (!isSet(most)) return;
  const path = ['validation', 'max_items'];
  if (!LISTS.has(type))
    yield { kind: 'max-items-on-type', path, ...onType('max_items', 'string_array and integer_array', type) };
  else if (most < 0)
    yield { kind: 'max-items-negative', path, message: `\`max_items\` is ${most}, which is negative` };
}

/** What is wrong with `min_duration` and `max_duration`. */
export function* checkDurations({ type, rules }: Checked): Generator<DeclarationProblem> {
  const nanoseconds: bigint[] = [];
  for (const key of ['min_duration', 'max_duration'] as const) {
    const text = rules[key];
    if (!isSet(text)) continue;
    const path = ['validation', key];
    const parsed = parseConfigDuration(text);
    if (type !== 'duration') yield { kind: 'duration-bound-on-type', path, ...onType(key, 'duration', type) };
    if (parsed.ok) nanoseconds.push(parsed.nanoseconds);
    else yield { kind: 'shape', path, message: `${quote(text)} is not a duration: it ${parsed.reason}` };
  }
  const [least, most] = nanoseconds;
  if (type !== 'duration' || least === undefined || most === undefined || least <= most) return;
  yield {
    kind: 'duration-bounds-crossed',
    path: ['validation', 'max_duration'],
    message: `\`max_duration\` ${rules.max_duration} is below \`min_duration\` ${rules.min_duration}`,
    hint: 'no value could pass',
  };
}
