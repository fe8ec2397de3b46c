import type { ExpressionInput } from '../expression/compile-expression.ts';
import { isHeaderText } from './compile-headers.ts';
import { TransformFault, textFor } from './evaluate.ts';
import type { HeaderChange, Value } from './transform.ts';

/** Header values by lower-case name, to be changed in place. */
export type MutableHeaders = Map<string, readonly string[]>;

/** Changes headers (specs/evershell 3.10). */
export function applyHeaders(change: HeaderChange, headers: MutableHeaders, input: ExpressionInput): void {
  for (const name of change.remove) headers.delete(name);
  for (const [name, value] of change.set) headers.set(name, [valueFor(value, input)]);
  for (const [name, value] of change.add)
    headers.set(name, [...(headers.get(name) ?? []), valueFor(value, input)]);
}

/** A line break in a computed value would be a header of its own. */
function valueFor(value: Value, input: ExpressionInput): string {
  const text = textFor(value, input);
  if (!isHeaderText(text)) throw new TransformFault('the value is no text for a header');
  return text;
}
