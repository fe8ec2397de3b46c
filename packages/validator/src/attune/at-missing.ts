import { plain } from '../source/span.ts';
import type { Finding, Words } from '../structure/finding.ts';
import { placeOf } from '../structure/issues/missing-place.ts';
import { type Component, kindOf } from './pack.ts';

/** A finding where a key that is missing belongs, by the order in which documents of its kind are written. */
export function atMissing({ kind, document }: Component, key: string, { message, hint }: Words): Finding {
  const { file, text, value, locator } = document;
  if (!locator) return { file, span: { start: 0, end: 0 }, message, ...(hint && { hint }) };
  const { span, beside } = placeOf({ file, text, value, locator, kind: kindOf(kind, 'real') }, [key]);
  return { file, span: plain(span), message, ...(hint && { hint: beside ? `${hint}, ${beside}` : hint }) };
}
