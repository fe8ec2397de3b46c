import { ExactNumber } from './exact-json.ts';

/** A number whose decimal value is known exactly: a JSON number as written, or a JavaScript one by its shortest text. */
export type DecimalSource = ExactNumber | number | bigint;

/** `0.digits × 10^exponent`; digits neither start nor end with 0, so that equal values have equal parts. Zero is ''. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: bigint;
}

const LITERAL = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;
const DIGITS_OF_INT64 = 19n;
const INT64_MAX = (1n << 63n) - 1n;
const INT64_MIN = -(1n << 63n);

/**
 * Compares two numbers by their exact decimal values: negative, 0 or positive.
 * Huge exponents cost nothing, since no value is ever written out. Throws `RangeError` for NaN and infinities.
 */
export function compareDecimals(a: DecimalSource, b: DecimalSource): number {
  const x = decimalOf(a);
  const y = decimalOf(b);
  if (x.digits === '' && y.digits === '') return 0;
  if (x.digits === '') return y.negative ? 1 : -1;
  if (y.digits === '') return x.negative ? -1 : 1;
  if (x.negative !== y.negative) return x.negative ? -1 : 1;
  return x.negative ? compareMagnitudes(y, x) : compareMagnitudes(x, y);
}

function compareMagnitudes(x: Decimal, y: Decimal): number {
  if (x.exponent !== y.exponent) return x.exponent < y.exponent ? -1 : 1;
  if (x.digits === y.digits) return 0;
  return x.digits < y.digits ? -1 : 1;
}

/** The number as an integer when it is whole and fits 64 bits (`7.0`, `1e3`, `-0`); otherwise nothing. */
export function toInt64(source: DecimalSource): bigint | undefined {
  if (typeof source === 'number' && !Number.isFinite(source)) return undefined;
  const { negative, digits, exponent } = decimalOf(source);
  if (digits === '') return 0n;
  if (exponent > DIGITS_OF_INT64 || exponent < BigInt(digits.length)) return undefined;
  const magnitude = BigInt(digits.padEnd(Number(exponent), '0'));
  const value = negative ? -magnitude : magnitude;
  return value < INT64_MIN || value > INT64_MAX ? undefined : value;
}

/** The shortest decimal without an exponent that reads back as the same number: `1e21` is `1000000000000000000000`. */
export function toPlainDecimal(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  if (!text.includes('e')) return text;
  const { negative, digits, exponent } = decimalOf(value);
  const point = Number(exponent);
  const sign = negative ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

function decimalOf(source: DecimalSource): Decimal {
  const text = source instanceof ExactNumber ? source.literal : String(source);
  const parts = LITERAL.exec(text);
  if (!parts) throw new RangeError(`${text} has no decimal value`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const written = `${whole}${fraction}`;
  const leading = countLeadingZeros(written);
  const digits = withoutTrailingZeros(written.slice(leading));
  return {
    negative: sign === '-',
    digits,
    exponent: BigInt(exponent.replace('+', '')) + BigInt(whole.length - leading),
  };
}

function countLeadingZeros(digits: string): number {
  let count = 0;
  while (digits.charCodeAt(count) === 0x30) count++;
  return count;
}

// A pattern such as `/0+$/` takes quadratic time on long runs of zeros that do not end the text.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}
