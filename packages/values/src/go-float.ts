const DIGITS = '[0-9](?:_?[0-9])*';
const HEX_DIGITS = '[0-9a-fA-F](?:_?[0-9a-fA-F])*';
const EXPONENT = `[+-]?${DIGITS}`;
const DECIMAL = new RegExp(`^[+-]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE]${EXPONENT})?$`);
const HEXADECIMAL = new RegExp(
  `^([+-]?)0[xX]_?(?:(${HEX_DIGITS})(?:\\.(${HEX_DIGITS})?)?|\\.(${HEX_DIGITS}))[pP](${EXPONENT})$`,
);
/** No written mantissa is long enough to bring a larger exponent back into range. */
const EXPONENT_LIMIT = 1e7;
const LEAST_EXPONENT = -1074;
const KEPT_BITS = 128;

/** Reads what Go's `strconv.ParseFloat` reads into a finite number, hexadecimal and `_` included; nothing otherwise. */
export function parseGoFloat(text: string): number | undefined {
  const value = DECIMAL.test(text) ? Number(text.replaceAll('_', '')) : parseHexadecimal(text);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function parseHexadecimal(text: string): number | undefined {
  const parts = HEXADECIMAL.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', after = '', only = '', written = '0'] = parts;
  const fraction = `${after}${only}`.replaceAll('_', '');
  const mantissa = BigInt(`0x${whole.replaceAll('_', '')}${fraction}`);
  const power = Number(written.replaceAll('_', ''));
  const exponent = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, power)) - 4 * fraction.length;
  const magnitude = mantissa === 0n ? 0 : scaled(mantissa, exponent);
  return sign === '-' ? -magnitude : magnitude;
}

/** `mantissa × 2^exponent` to the nearest number. */
function scaled(mantissa: bigint, exponent: number): number {
  const excess = mantissa.toString(16).length * 4 - KEPT_BITS;
  if (excess > 0) return scaled(shortened(mantissa, BigInt(excess)), exponent + excess);
  if (exponent > 1100) return Number.POSITIVE_INFINITY;
  if (exponent >= LEAST_EXPONENT)
    return Number(mantissa) * 2 ** Math.floor(exponent / 2) * 2 ** Math.ceil(exponent / 2);
  return Number(roundedShift(mantissa, BigInt(LEAST_EXPONENT - exponent))) * 2 ** LEAST_EXPONENT;
}

/** Drops low bits but remembers in the last one that some were set, so that rounding comes out the same. */
function shortened(mantissa: bigint, places: bigint): bigint {
  const kept = mantissa >> places;
  return kept << places === mantissa ? kept : kept | 1n;
}

/** Half goes to even. */
function roundedShift(mantissa: bigint, places: bigint): bigint {
  const quotient = mantissa >> places;
  const rest = mantissa - (quotient << places);
  const half = 1n << (places - 1n);
  const up = rest > half || (rest === half && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}
