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
    message: `\`max\` ${spelled(checked, 'max')} is below \`min\` ${spelled(checked, 'min')}`,
    hint: 'swap the two',
  };
}

function boundProblem(checked: Checked, key: 'min' | 'max'): DeclarationProblem | undefined {
  const { type, rules } = checked;
  const bound = rules[key];
  if (!isSet(bound)) return undefined;
  const path = ['validation', key];
  const value = Number(bound);
  if (!NUMERIC.has(type)) {
    return { kind: 'bound-on-type', path, ...onType(key, 'integer, number and integer_array', type) };
  }
  if (!Number.isFinite(value)) {
    const message = `\`${key}\` is ${spelled(checked, key)}, which is no finite number`;
    return { kind: 'bound-not-finite', path, message };
  }
  if (type === 'number' || Number.isSafeInteger(value)) return undefined;
  return { kind: 'bound-not-whole', path, ...notWhole(spelled(checked, key), value, key) };
}

function notWhole(
  written: string,
  value: number,
  key: 'min' | 'max',
): Pick<DeclarationProblem, 'message' | 'hint'> {
  if (Number.isInteger(value)) {
    return {
      message: `\`${key}\` ${written} is beyond 2^53, where whole numbers are not exact`,
      hint: 'stay between -9007199254740991 and 9007199254740991',
    };
  }
  return {
    message: `\`${key}\` is ${written}, but the values are whole numbers`,
    hint: `write ${key === 'min' ? Math.ceil(value) : Math.floor(value)}`,
  };
}

const spelled = ({ rules, spelling }: Checked, key: 'min' | 'max'): string =>
  spelling(['validation', key]) ?? String(rules[key]);

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
    hint: 'swap the two',
  };
}
