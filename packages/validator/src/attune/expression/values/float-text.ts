/** From these powers of ten on, Attune writes an exponent. */
const FIRST_LARGE = 16;
const LAST_SMALL = -5;

/** A finite float as Attune writes it in JSON and texts: `2.0`, `0.00001`, `1e-6`, `1e16`. */
export function floatText(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const sign = value < 0 ? '-' : '';
  return `${sign}${magnitudeText(Math.abs(value))}`;
}

function magnitudeText(value: number): string {
  const [mantissa = '', power = ''] = value.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const exponent = Number(power);
  const point = exponent + 1;
  if (point > FIRST_LARGE || point <= LAST_SMALL) return `${mantissa}e${exponent}`;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${digits.padEnd(point, '0')}.0`;
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
