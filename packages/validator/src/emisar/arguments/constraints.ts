import {
  closest,
  compareDecimals,
  compilePattern,
  type ExactNumber,
  formatGoDuration,
  PatternTooCostly,
  parseConfigDuration,
  utf8Length,
} from '@packwright/values';
import { BoundDuration, type BoundValue } from './bound-value.ts';
import { type ArgumentDeclaration, type ArgumentValidation, isSet } from './declaration.ts';
import { formatScalar } from './format-scalar.ts';
import type { ValueProblem } from './problem.ts';
import { quote } from './quote.ts';

const DEFAULT_MAX_LENGTH = 32_768;
const DEFAULT_MAX_ITEMS = 256;
const MOST_LISTED = 8;

type Scalar = Exclude<BoundValue, readonly unknown[]>;
type Words = Omit<ValueProblem, 'index'>;

/** Every constraint that the value breaks, path rules aside, in the order in which the runner checks them. */
export function* violations({ validation }: ArgumentDeclaration, value: BoundValue): Generator<ValueProblem> {
  const rules = validation ?? {};
  if (!Array.isArray(value)) {
    yield* tooLong(rules, value as Scalar);
    yield* scalarViolations(rules, value as Scalar);
    return;
  }
  for (const [index, item] of value.entries()) {
    for (const problem of tooLong(rules, item)) yield { ...problem, index };
  }
  yield* tooMany(rules, value.length);
  for (const [index, item] of value.entries()) {
    for (const problem of scalarViolations(rules, item)) yield { ...problem, index };
  }
}

function* tooLong(rules: ArgumentValidation, value: Scalar): Generator<Words> {
  if (typeof value !== 'string') return;
  const most = Number(rules.max_length ?? DEFAULT_MAX_LENGTH);
  const bytes = utf8Length(value);
  if (bytes > most)
    yield { code: 'max_length', message: `takes ${bytes} bytes, more than the ${most} allowed` };
}

function* tooMany(rules: ArgumentValidation, items: number): Generator<Words> {
  const most = Number(rules.max_items ?? DEFAULT_MAX_ITEMS);
  if (items > most) yield { code: 'max_items', message: `has ${items} items, more than the ${most} allowed` };
}

function* scalarViolations(rules: ArgumentValidation, value: Scalar): Generator<Words> {
  for (const code of ['enum', 'allowed'] as const) {
    const candidates = rules[code] ?? [];
    if (candidates.length === 0 || candidates.some((candidate) => isSame(value, candidate))) continue;
    yield { code, ...notAmong(value, candidates) };
  }
  if (typeof value === 'string' && rules.pattern) yield* mismatch(rules.pattern, value);
  if (typeof value === 'boolean' || typeof value === 'string') return;
  yield* value instanceof BoundDuration ? durationOutside(rules, value) : numberOutside(rules, value);
}

function isSame(value: Scalar, candidate: unknown): boolean {
  if (typeof candidate !== 'number' && typeof candidate !== 'bigint') return value === candidate;
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof BoundDuration) return false;
  return Number.isNaN(candidate) ? false : compareDecimals(value, candidate) === 0;
}

function notAmong(
  value: Scalar,
  candidates: readonly unknown[],
): { readonly message: string; readonly hint?: string } {
  const shown = typeof value === 'string' ? quote(value) : formatScalar(value);
  const near =
    typeof value === 'string'
      ? closest(
          value,
          candidates.filter((one) => typeof one === 'string'),
        )
      : undefined;
  const hint = near === undefined ? {} : { hint: `did you mean ${quote(near)}?` };
  if (candidates.length > MOST_LISTED)
    return { message: `is ${shown}, which is not one of the values allowed`, ...hint };
  const listed = candidates.map((one) => (typeof one === 'string' ? quote(one) : String(one))).join(', ');
  return { message: `is ${shown}, which is not one of ${listed}`, ...hint };
}

function* mismatch(text: string, value: string): Generator<Words> {
  const compiled = compilePattern(text);
  if (!compiled.ok) return;
  try {
    if (compiled.pattern.test(value)) return;
    yield { code: 'pattern', message: `is ${quote(value)}, which does not match the pattern ${quote(text)}` };
  } catch (error) {
    if (!(error instanceof PatternTooCostly)) throw error;
    yield { code: 'pattern', message: `is too long to be held against the pattern ${quote(text)}` };
  }
}

function* numberOutside(
  { min, max }: ArgumentValidation,
  value: number | bigint | ExactNumber,
): Generator<Words> {
  // The loader keeps both bounds as 64-bit floats, whatever was written.
  if (isSet(min) && compareDecimals(value, Number(min)) < 0) {
    yield { code: 'min', message: `is ${formatScalar(value)}, less than ${min}` };
  }
  if (isSet(max) && compareDecimals(value, Number(max)) > 0) {
    yield { code: 'max', message: `is ${formatScalar(value)}, more than ${max}` };
  }
}

function* durationOutside(rules: ArgumentValidation, { nanoseconds }: BoundDuration): Generator<Words> {
  const shown = formatGoDuration(nanoseconds);
  const least = nanosecondsOf(rules.min_duration);
  if (least !== undefined && nanoseconds < least) {
    yield { code: 'min_duration', message: `is ${shown}, less than ${formatGoDuration(least)}` };
  }
  const most = nanosecondsOf(rules.max_duration);
  if (most !== undefined && nanoseconds > most) {
    yield { code: 'max_duration', message: `is ${shown}, more than ${formatGoDuration(most)}` };
  }
}

function nanosecondsOf(text: string | null | undefined): bigint | undefined {
  if (!isSet(text)) return undefined;
  const parsed = parseConfigDuration(text);
  return parsed.ok ? parsed.nanoseconds : undefined;
}
