import type { EmisarArg } from '@packwright/schema/emisar';
import { type BoundArguments, BoundDuration, type BoundValue } from '@packwright/validator/emisar';
import { ExactNumber, formatGoDuration } from '@packwright/values';

/** The arguments of a run as JSON text, the names in their order, with `[REDACTED]` for every sensitive one. */
export function shownArguments(declarations: readonly EmisarArg[], values: BoundArguments): string {
  const shown = declarations.flatMap(({ name, sensitive }) => {
    const value = values.get(name);
    if (value === undefined) return [];
    return [`${JSON.stringify(name)}:${sensitive === true ? '"[REDACTED]"' : jsonText(value)}`];
  });
  return `{${shown.join(',')}}`;
}

function jsonText(value: BoundValue): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof ExactNumber) return value.literal;
  if (value instanceof BoundDuration) return JSON.stringify(formatGoDuration(value.nanoseconds));
  return JSON.stringify(value);
}
