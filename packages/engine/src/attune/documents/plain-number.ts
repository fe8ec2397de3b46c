import { type ExactNumber, toPlainDecimal } from '@packwright/values';

/** A number as the caller wrote it, and without an exponent where there was one. */
export const plainNumber = ({ literal }: ExactNumber): string => {
  if (!/[eE]/.test(literal)) return literal;
  return toPlainDecimal(Number(literal));
};

/** Whether a double holds the number at least roughly, so that whoever reads the document reads a number. */
export function isReadable({ literal }: ExactNumber): boolean {
  const double = Number(literal);
  const isLostToZero = double === 0 && /[1-9]/.test(literal.replace(/[eE].*/, ''));
  return Number.isFinite(double) && !isLostToZero;
}
