import { toInt64 } from '@packwright/values';
import { type ArgumentType, TEXTUAL } from './declaration.ts';
import type { Checked, DeclarationProblem } from './declaration-problem.ts';
import { quote } from './quote.ts';

/** Texts that are the same number to every reader once their quotes are gone. */
const WHOLE = /^-?(?:0|[1-9][0-9]*)$/;
const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

type Words = Pick<DeclarationProblem, 'message' | 'hint' | 'replacement'>;

/** What is wrong with `enum` and `allowed`; an empty list counts as none. */
export function* checkChoices({ type, rules, spelling }: Checked): Generator<DeclarationProblem> {
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
      const path = ['validation', key, index];
      const words = candidateProblem(type, candidate, spelling(path));
      if (words) yield { kind: 'candidate-type', path, ...words };
    }
  }
}

function candidateProblem(type: ArgumentType, candidate: unknown, spelling?: string): Words | undefined {
  const shown = typeof candidate === 'string' ? quote(candidate) : (spelling ?? spell(candidate));
  if (TEXTUAL.has(type)) {
    if (typeof candidate === 'string') return undefined;
    return { message: `${shown} is not a string`, ...inQuotes(candidate, spelling) };
  }
  if (type === 'boolean') {
    if (typeof candidate === 'boolean') return undefined;
    return { message: `${shown} is not true or false`, ...withoutQuotes(candidate, /^(?:true|false)$/) };
  }
  if (isNumberOf(type, candidate)) return undefined;
  const [noun, form] =
    type === 'number' ? (['a number', DECIMAL] as const) : (['a whole number', WHOLE] as const);
  return { message: `${shown} is not ${noun}`, ...withoutQuotes(candidate, form) };
}

function isNumberOf(type: ArgumentType, candidate: unknown): boolean {
  if (type === 'number') {
    return typeof candidate === 'bigint' || (typeof candidate === 'number' && Number.isFinite(candidate));
  }
  return typeof candidate === 'bigint' ? toInt64(candidate) !== undefined : Number.isSafeInteger(candidate);
}

function inQuotes(candidate: unknown, spelling: string | undefined): Omit<Words, 'message'> {
  const isScalar = candidate !== null && typeof candidate !== 'object';
  const text = spelling ?? (isScalar ? String(candidate) : undefined);
  if (text === undefined || candidate === null) return {};
  const replacement = JSON.stringify(text);
  return { hint: `write it in quotes: ${replacement}`, replacement };
}

function withoutQuotes(candidate: unknown, form: RegExp): Omit<Words, 'message'> {
  if (typeof candidate !== 'string' || !form.test(candidate)) return {};
  return { hint: `write it without quotes: ${candidate}`, replacement: candidate };
}

function spell(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a mapping' : String(value);
}
