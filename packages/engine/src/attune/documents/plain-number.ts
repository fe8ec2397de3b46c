import type { ExactNumber } from '@packwright/values';

const WITH_EXPONENT = /^(-?)([0-9]+)(?:\.([0-9]+))?[eE]([+-]?[0-9]+)$/;

/** A number as the caller wrote it; where there was an exponent, the same digits with the point moved. */
export function plainNumber({ literal }: ExactNumber): string {
  const [, sign = '', whole = '', fraction = '', exponent] = WITH_EXPONENT.exec(literal) ?? [];
  if (exponent === undefined) return literal;
  const digits = `${whole}${fraction}`;
  // Zero may have any exponent, and no room is enough for some.
  if (!/[1-9]/.test(digits)) return `${sign}0`;
  const point = whole.length + Number(exponent);
  const padded = point > 0 ? digits.padEnd(point, '0') : `${'0'.repeat(1 - point)}${digits}`;
  const end = Math.max(point, 1);
  const integer = padded.slice(0, end).replace(/^0+(?=.)/, '');
  return `${sign}${integer}${padded.length > end ? `.${padded.slice(end)}` : ''}`;
}

/** Whether a double holds the number at least roughly, so that whoever reads the document reads a number. */
export function isReadable({ literal }: ExactNumber): boolean {
  const double = Number(literal);
  const isLostToZero = double === 0 && /[1-9]/.test(literal.replace(/[eE].*/, ''));
  return Number.isFinite(double) && !isLostToZero;
}
