import type { Span } from '../../../source/span.ts';
import { trimmedRange } from '../syntax/white-space.ts';

/** Where the expression of a rule's condition stands in its text: without one pair of braces around it, if any. */
export function conditionExpression(text: string): Span {
  const { start, end } = trimmedRange(text);
  const isBraced = end - start >= 4 && text.startsWith('{{', start) && text.endsWith('}}', end);
  return isBraced ? trimmedRange(text, start + 2, end - 2) : { start, end };
}
