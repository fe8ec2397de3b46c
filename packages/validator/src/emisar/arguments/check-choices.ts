import { toInt64 } from '@packwright/values';
import { type ArgumentType, TEXTUAL } from './declaration.ts';
import type { Checked, DeclarationProblem } from './declaration-problem.ts';
import { quote } from './quote.ts';

/** What is wrong with `enum` and `allowed`; an empty list counts as none. */
export function* checkChoices({ type, rules }: Checked): Generator<DeclarationProblem> {
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

function spell(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a mapping' : String(value);
}
