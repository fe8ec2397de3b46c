import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import { closestFunction, isFunction } from '../functions/names.ts';
import { adviceOnFunction } from './advice.ts';
import { trimmedRange } from './white-space.ts';

const FILTER = /\|[ \t\r\n]*([A-Za-z_][A-Za-z0-9_]*)?/y;
const LONGEST_QUOTED = 60;
const PLACES: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['last', -1],
]);

/** The error for `value | filter(…)`, which Attune does not have. `end` is where the expression ends. */
export function filterFault(text: string, operand: Span, bar: number, end: number): ExpressionError {
  FILTER.lastIndex = bar;
  const found = FILTER.exec(text.slice(0, end));
  const name = found?.[1];
  const nameEnd = bar + (found?.[0].length ?? 1);
  if (name === undefined) {
    const [sign, hint] = text.startsWith('||', bar) ? ['||', 'write "or"'] : ['|', 'there are no filters'];
    const at = { start: bar, end: bar + sign.length };
    return new ExpressionError('syntax', `"${sign}" has no meaning in expressions`, at, hint);
  }
  const list = argumentList(text, nameEnd, end);
  const at = { start: bar, end: list?.end ?? nameEnd };
  const inputs = list === undefined ? '' : text.slice(list.start, list.end - 1);
  const message = `"| ${name}" is a filter, and expressions have none`;
  return new ExpressionError(
    'filter',
    message,
    at,
    filterHint(name, text.slice(operand.start, operand.end), inputs),
  );
}

function filterHint(name: string, operand: string, inputs: string): string {
  const place = PLACES.get(name);
  if (place !== undefined && operand.length <= LONGEST_QUOTED) return `write ${operand}[${place}]`;
  const meant = isFunction(name) ? name : closestFunction(name);
  const advice = meant === name ? undefined : adviceOnFunction(name);
  if (advice !== undefined) return advice;
  if (meant === undefined) return 'write a call: length(list)';
  // Filters put the text first; `match` wants its pattern there.
  const given = meant === 'match' ? [inputs.trim(), operand] : [operand, inputs.trim()];
  const call = `${meant}(${given.filter((part) => part !== '').join(', ')})`;
  const isLong = call.length > LONGEST_QUOTED || call.includes('\n') || /[^=!<>]=[^=]/.test(inputs);
  return `write ${isLong ? `${meant}(…)` : call}`;
}

/** The text between the brackets behind a name; `end` is behind the closing one. Nothing when there is none. */
function argumentList(text: string, from: number, end: number): Span | undefined {
  const { start } = trimmedRange(text, from, end);
  if (text[start] !== '(') return undefined;
  let depth = 0;
  let quote: string | undefined;
  for (let i = start; i < end; i++) {
    const character = text[i];
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return { start: start + 1, end: i + 1 };
  }
  return undefined;
}
