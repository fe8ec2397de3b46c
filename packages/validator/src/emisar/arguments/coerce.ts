import { ExactNumber, parseGoDuration, parseGoFloat, toInt64, toWellFormed } from '@packwright/values';
import { BoundDuration, type BoundValue } from './bound-value.ts';
import { cleanHostPath } from './clean-host-path.ts';
import type { ArgumentType } from './declaration.ts';
import type { ValueProblem } from './problem.ts';
import { quote } from './quote.ts';

/** A value of the argument's type, or what keeps it from being one. */
export type Coerced =
  | { readonly ok: true; readonly value: BoundValue }
  | { readonly ok: false; readonly problem: ValueProblem };

/** Longer literals are refused before anything is computed with them. */
const MAX_LITERAL_LENGTH = 64;
const WHOLE = /^[+-]?[0-9]+$/;
const DIGITS_OF_INT64 = 19;

const accepted = (value: BoundValue): Coerced => ({ ok: true, value });
const refused = (message: string, hint?: string): Coerced => ({
  ok: false,
  problem: { code: 'type', message, ...(hint !== undefined && { hint }) },
});

/** Reads a caller's or an author's value as the type asks. Texts become numbers where the runner lets them. */
export function coerce(type: ArgumentType, raw: unknown): Coerced {
  switch (type) {
    case 'string':
      return typeof raw === 'string'
        ? accepted(toWellFormed(raw))
        : refused(`is ${kindOf(raw)}, not a string`);
    case 'path':
      return typeof raw === 'string'
        ? accepted(cleanHostPath(toWellFormed(raw)))
        : refused(`is ${kindOf(raw)}, not a path`);
    case 'integer': {
      const value = toInteger(raw);
      return value === undefined ? refused(notAnInteger(raw)) : accepted(value);
    }
    case 'number': {
      const value = toNumber(raw);
      return value === undefined ? refused(notANumber(raw)) : accepted(value);
    }
    case 'boolean':
      return typeof raw === 'boolean' ? accepted(raw) : refused(`is ${kindOf(raw)}, not true or false`);
    case 'duration':
      return toDuration(raw);
    case 'string_array':
      return toList(raw, (item) => (typeof item === 'string' ? toWellFormed(item) : undefined), notAString);
    case 'integer_array':
      return toList(raw, toInteger, notAnInteger);
  }
}

function toInteger(raw: unknown): bigint | undefined {
  if (raw instanceof ExactNumber || typeof raw === 'bigint') return toInt64(raw);
  if (typeof raw === 'number') return Number.isInteger(raw) ? toInt64(BigInt(raw)) : undefined;
  if (typeof raw !== 'string' || !WHOLE.test(raw)) return undefined;
  const digits = raw.replace(/^[+-]?0*/, '');
  if (digits.length > DIGITS_OF_INT64) return undefined;
  return toInt64(raw[0] === '-' ? -BigInt(digits) : BigInt(digits));
}

function toNumber(raw: unknown): number | ExactNumber | undefined {
  if (raw instanceof ExactNumber) {
    return raw.literal.length <= MAX_LITERAL_LENGTH && Number.isFinite(Number(raw.literal)) ? raw : undefined;
  }
  if (typeof raw === 'string') return parseGoFloat(raw);
  const value = typeof raw === 'bigint' ? Number(raw) : raw;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function toDuration(raw: unknown): Coerced {
  if (typeof raw !== 'string')
    return refused(`is ${kindOf(raw)}, not a duration`, 'write it as a text such as "90s"');
  const parsed = parseGoDuration(raw);
  if (parsed.ok) return accepted(new BoundDuration(parsed.nanoseconds));
  const hint = /^[0-9]+[dw]$/.test(raw)
    ? 'values take hours and smaller units only'
    : 'write it as "90s" or "1h30m"';
  return refused(`is ${quote(raw)}, which ${parsed.reason}`, hint);
}

function toList<T extends string | bigint>(
  raw: unknown,
  read: (item: unknown) => T | undefined,
  complaint: (item: unknown) => string,
): Coerced {
  if (!Array.isArray(raw)) return refused(`is ${kindOf(raw)}, not a list`);
  const values: T[] = [];
  for (const [index, item] of raw.entries()) {
    const value = read(item);
    if (value === undefined) return { ok: false, problem: { code: 'type', index, message: complaint(item) } };
    values.push(value);
  }
  return accepted(values as readonly string[] | readonly bigint[]);
}

const notAString = (raw: unknown): string => `is ${kindOf(raw)}, not a string`;
const notAnInteger = (raw: unknown): string => `is ${kindOf(raw)}, not a whole number of 64 bits`;
const notANumber = (raw: unknown): string =>
  `is ${kindOf(raw)}, not a finite number of at most 64 characters`;

function kindOf(raw: unknown): string {
  if (raw === null) return 'null';
  if (typeof raw === 'string') return `the string ${quote(raw)}`;
  if (raw instanceof ExactNumber) return quote(raw.literal).slice(1, -1);
  if (Array.isArray(raw)) return 'a list';
  if (raw instanceof Date) return 'a date';
  return typeof raw === 'object' ? 'a mapping' : String(raw);
}
