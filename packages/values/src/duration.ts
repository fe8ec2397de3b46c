/** A duration in nanoseconds, or why the text is none. */
export type ParsedDuration =
  | { readonly ok: true; readonly nanoseconds: bigint }
  | { readonly ok: false; readonly reason: string };

const NANOSECONDS_PER_UNIT: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const NANOSECONDS_PER_DAY = 86_400_000_000_000n;
const INT64_MIN_MAGNITUDE = 1n << 63n;
const INT64_MAX = INT64_MIN_MAGNITUDE - 1n;
const DIGITS_OF_INT64 = 19;
const TOO_LONG = 'is longer than 292 years';
const DAYS_IN_INT64 = 106_751n;
const WEEKS_IN_INT64 = 15_250n;

const refused = (reason: string): ParsedDuration => ({ ok: false, reason });
const accepted = (nanoseconds: bigint): ParsedDuration => ({ ok: true, nanoseconds });

/** Reads what Go's `time.ParseDuration` reads, to the nanosecond, and refuses what it refuses. */
export function parseGoDuration(text: string): ParsedDuration {
  const sign = text[0] === '-' || text[0] === '+' ? text[0] : '';
  const body = text.slice(sign.length);
  if (body === '0') return accepted(0n);
  if (body === '') return refused('has no number');
  const magnitude = sumOfParts(body);
  if (typeof magnitude === 'string') return refused(magnitude);
  if (sign === '-') return accepted(-magnitude);
  return magnitude > INT64_MAX ? refused(TOO_LONG) : accepted(magnitude);
}

function sumOfParts(body: string): bigint | string {
  let total = 0n;
  for (let at = 0; at < body.length; ) {
    const point = endOf(body, at, isDigit);
    const behind = body[point] === '.' ? endOf(body, point + 1, isDigit) : point;
    const end = endOf(body, behind, (code) => !isDigit(code) && code !== POINT);
    const [whole, fraction, unit] = [
      body.slice(at, point),
      body.slice(point, behind),
      body.slice(behind, end),
    ];
    at = end;
    if (whole === '' && fraction.length <= 1) return `has no number before "${unit}"`;
    if (unit === '') return 'has no unit';
    const scale = NANOSECONDS_PER_UNIT.get(unit);
    if (scale === undefined) return `has the unknown unit "${unit}"`;
    const digits = whole.replace(/^0+/, '');
    if (digits.length > DIGITS_OF_INT64) return TOO_LONG;
    total += BigInt(digits) * scale + fractionOf(fraction.slice(1), scale);
    if (total > INT64_MIN_MAGNITUDE) return TOO_LONG;
  }
  return total;
}

const POINT = 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function endOf(text: string, from: number, belongs: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && belongs(text.charCodeAt(at))) at++;
  return at;
}

/** Go keeps as many digits as fit int64 and then multiplies in floating point; so do we, or the last nanosecond differs. */
function fractionOf(digits: string, scale: bigint): bigint {
  let kept = 0n;
  let power = 1;
  for (const digit of digits) {
    const next = kept * 10n + BigInt(digit);
    if (next > INT64_MIN_MAGNITUDE) break;
    kept = next;
    power *= 10;
  }
  return kept === 0n ? 0n : BigInt(Math.trunc(Number(kept) * (Number(scale) / power)));
}

/** Reads a duration of a manifest: a Go duration, or whole days (`7d`) or weeks (`2w`); the empty text is zero. */
export function parseConfigDuration(text: string): ParsedDuration {
  if (text === '') return accepted(0n);
  const calendar = /^([0-9]+)([dw])$/.exec(text);
  if (!calendar) return parseGoDuration(text);
  const digits = (calendar[1] as string).replace(/^0+/, '');
  if (digits.length > DIGITS_OF_INT64) return refused(TOO_LONG);
  const count = BigInt(digits);
  const weeks = calendar[2] === 'w';
  if (count > (weeks ? WEEKS_IN_INT64 : DAYS_IN_INT64)) return refused(TOO_LONG);
  return accepted(count * NANOSECONDS_PER_DAY * (weeks ? 7n : 1n));
}

/** Writes nanoseconds the way Go prints a duration: `1h30m0s`, `1.5s`, `100µs`, `0s`. */
export function formatGoDuration(nanoseconds: bigint): string {
  if (nanoseconds < 0n) return `-${formatGoDuration(-nanoseconds)}`;
  if (nanoseconds === 0n) return '0s';
  if (nanoseconds < 1_000n) return `${nanoseconds}ns`;
  if (nanoseconds < 1_000_000n) return `${withFraction(nanoseconds, 3)}\u00b5s`;
  if (nanoseconds < 1_000_000_000n) return `${withFraction(nanoseconds, 6)}ms`;
  const minutes = nanoseconds / 60_000_000_000n;
  const seconds = `${withFraction(nanoseconds % 60_000_000_000n, 9)}s`;
  if (minutes === 0n) return seconds;
  if (minutes < 60n) return `${minutes}m${seconds}`;
  return `${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function withFraction(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${fraction}`;
}
