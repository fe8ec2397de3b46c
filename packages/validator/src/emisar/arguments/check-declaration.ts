import { closest, compilePattern, parseConfigDuration, toInt64 } from '@packwright/values';
import {
  ARGUMENT_TYPES,
  type ArgumentDeclaration,
  type ArgumentType,
  type ArgumentValidation,
  isArgumentType,
  LISTS,
  NUMERIC,
  PATH_LISTS,
  TEXTUAL,
} from './declaration.ts';
import { shapeFaults } from './declaration-shape.ts';
import { quote } from './quote.ts';

/** What can be wrong with a declaration; stable, so that rules can be keyed by it. */
export type DeclarationFault =
  | 'shape'
  | 'name-empty'
  | 'type-unknown'
  | 'default-of-required'
  | 'enum-and-allowed'
  | 'choices-on-duration'
  | 'candidate-type'
  | 'pattern-on-type'
  | 'pattern-syntax'
  | 'max-length-on-type'
  | 'max-length-not-positive'
  | 'bound-on-type'
  | 'bound-not-finite'
  | 'bound-not-whole'
  | 'bounds-crossed'
  | 'max-items-on-type'
  | 'max-items-negative'
  | 'duration-bound-on-type'
  | 'duration-bounds-crossed'
  | 'paths-on-type';

/** One fault of a declaration; `path` starts at the declaration, `offset` is in the text of a pattern. */
export interface DeclarationProblem {
  readonly kind: DeclarationFault;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
  readonly offset?: number;
}

interface Checked {
  readonly type: ArgumentType;
  readonly rules: ArgumentValidation;
}

/** Every fault of one declaration; a pack with any is refused. */
export function* checkDeclaration(declaration: ArgumentDeclaration): Generator<DeclarationProblem> {
  let readable = true;
  for (const { path, expected } of shapeFaults(declaration)) {
    readable = false;
    yield { kind: 'shape', path, message: `${quote(path.join('.') || 'args')} is not ${expected}` };
  }
  if (!readable) return;
  const { name, type, required, default: preset } = declaration;
  if (!name) yield { kind: 'name-empty', path: ['name'], message: 'the argument has no name' };
  if (required && isSet(preset)) {
    yield {
      kind: 'default-of-required',
      path: ['default'],
      message: 'a required argument has a default, which could never be used',
      hint: 'remove `default`, or `required: true`',
    };
  }
  if (!isArgumentType(type)) {
    yield unknownType(type);
    return;
  }
  const checked = { type, rules: declaration.validation ?? {} };
  yield* checkChoices(checked);
  yield* checkText(checked);
  yield* checkBounds(checked);
  yield* checkItems(checked);
  yield* checkDurations(checked);
  yield* checkPaths(checked);
}

function unknownType(type: string | undefined): DeclarationProblem {
  const near = closest(type ?? '', ARGUMENT_TYPES);
  return {
    kind: 'type-unknown',
    path: ['type'],
    message: type ? `${quote(type)} is not a type of argument` : 'the argument has no type',
    hint: near ? `did you mean ${quote(near)}?` : `use one of ${ARGUMENT_TYPES.join(', ')}`,
  };
}

function* checkChoices({ type, rules }: Checked): Generator<DeclarationProblem> {
  const used = (['enum', 'allowed'] as const).filter((key) => (rules[key]?.length ?? 0) > 0);
  if (used.length === 2) {
    yield {
      kind: 'enum-and-allowed',
      path: ['validation', 'allowed'],
      message: '`enum` and `allowed` are both set',
      hint: 'keep one of them; they differ only in the code of a refusal',
    };
  }
  for (const key of used) {
    if (type === 'duration') {
      const hint = 'use `min_duration` and `max_duration`';
      yield {
        kind: 'choices-on-duration',
        path: ['validation', key],
        message: `\`${key}\` does not work for a duration`,
        hint,
      };
      continue;
    }
    for (const [index, candidate] of (rules[key] ?? []).entries()) {
      const problem = candidateProblem(type, candidate);
      if (problem) yield { kind: 'candidate-type', path: ['validation', key, index], ...problem };
    }
  }
}

function candidateProblem(
  type: ArgumentType,
  candidate: unknown,
): Pick<DeclarationProblem, 'message' | 'hint'> | undefined {
  const shown = typeof candidate === 'string' ? quote(candidate) : spell(candidate);
  if (TEXTUAL.has(type)) {
    if (typeof candidate === 'string') return undefined;
    const isScalar = candidate !== null && typeof candidate !== 'object';
    return {
      message: `${shown} is not a string`,
      ...(isScalar && { hint: `write it in quotes: "${candidate}"` }),
    };
  }
  if (type === 'boolean') {
    return typeof candidate === 'boolean' ? undefined : { message: `${shown} is not true or false` };
  }
  const isNumber =
    typeof candidate === 'bigint' || (typeof candidate === 'number' && Number.isFinite(candidate));
  const unquoted = typeof candidate === 'string' && /^-?[0-9]+(?:\.[0-9]+)?$/.test(candidate);
  const hint = unquoted ? { hint: `write it without quotes: ${candidate}` } : {};
  if (type === 'number') return isNumber ? undefined : { message: `${shown} is not a number`, ...hint };
  const isWhole =
    typeof candidate === 'bigint' ? toInt64(candidate) !== undefined : Number.isSafeInteger(candidate);
  return isWhole ? undefined : { message: `${shown} is not a whole number`, ...hint };
}

function* checkText({ type, rules }: Checked): Generator<DeclarationProblem> {
  const { pattern, max_length: most } = rules;
  if (pattern) {
    const path = ['validation', 'pattern'];
    if (type !== 'string' && type !== 'path')
      yield { kind: 'pattern-on-type', path, ...onType('pattern', 'string and path', type) };
    const compiled = compilePattern(pattern);
    if (!compiled.ok) {
      const { reason, offset } = compiled;
      yield {
        kind: 'pattern-syntax',
        path,
        message: `the pattern ${quote(pattern)} ${reason}`,
        ...(offset !== undefined && { offset }),
      };
    }
  }
  if (!isSet(most)) return;
  const path = ['validation', 'max_length'];
  if (!TEXTUAL.has(type))
    yield {
      kind: 'max-length-on-type',
      path,
      ...onType('max_length', 'string, path and string_array', type),
    };
  else if (most <= 0)
    yield {
      kind: 'max-length-not-positive',
      path,
      message: `\`max_length\` is ${most}, which is not positive`,
    };
}

function* checkBounds({ type, rules }: Checked): Generator<DeclarationProblem> {
  const before = { min: true, max: true };
  for (const key of ['min', 'max'] as const) {
    const bound = rules[key];
    if (!isSet(bound)) continue;
    const path = ['validation', key];
    const value = Number(bound);
    if (!NUMERIC.has(type))
      yield { kind: 'bound-on-type', path, ...onType(key, 'integer, number and integer_array', type) };
    else if (!Number.isFinite(value))
      yield { kind: 'bound-not-finite', path, message: `\`${key}\` is ${bound}, which is no finite number` };
    else if (type !== 'number' && !Number.isSafeInteger(value))
      yield { kind: 'bound-not-whole', path, ...notWhole(key, bound) };
    else continue;
    before[key] = false;
  }
  const { min, max } = rules;
  if (!before.min || !before.max || !isSet(min) || !isSet(max) || Number(min) <= Number(max)) return;
  const path = ['validation', 'max'];
  yield {
    kind: 'bounds-crossed',
    path,
    message: `\`max\` ${max} is below \`min\` ${min}`,
    hint: 'no value could pass',
  };
}

function notWhole(key: string, bound: number | bigint): Pick<DeclarationProblem, 'message' | 'hint'> {
  return {
    message: `\`${key}\` is ${bound}, but the values are whole numbers`,
    hint: 'use a whole number between -9007199254740991 and 9007199254740991',
  };
}

function* checkItems({ type, rules }: Checked): Generator<DeclarationProblem> {
  const { max_items: most } = rules;
  if (!isSet(most)) return;
  const path = ['validation', 'max_items'];
  if (!LISTS.has(type))
    yield { kind: 'max-items-on-type', path, ...onType('max_items', 'string_array and integer_array', type) };
  else if (most < 0)
    yield { kind: 'max-items-negative', path, message: `\`max_items\` is ${most}, which is negative` };
}

function* checkDurations({ type, rules }: Checked): Generator<DeclarationProblem> {
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

function* checkPaths({ type, rules }: Checked): Generator<DeclarationProblem> {
  if (TEXTUAL.has(type)) return;
  for (const list of PATH_LISTS) {
    if ((rules[list]?.length ?? 0) === 0) continue;
    yield {
      kind: 'paths-on-type',
      path: ['validation', list],
      ...onType(list, 'string, path and string_array', type),
    };
  }
}

function onType(keyword: string, types: string, type: string): Pick<DeclarationProblem, 'message' | 'hint'> {
  return {
    message: `\`${keyword}\` has no meaning for an argument of type ${type}`,
    hint: `it is for ${types}`,
  };
}

function spell(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a mapping' : String(value);
}

const isSet = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
