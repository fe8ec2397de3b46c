// The scalar rules of the Attune loader: YAML 1.2 as serde's YAML library reads it (spec 2.6). Nothing is coerced.
import type { ScalarPolicy } from '../structure/scalar-policy.ts';
import { strictScalars } from '../structure/strict-scalars.ts';

const WORDS = new Map<string, null | boolean | number>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const INTEGER = /^([-+]?)(?:0x([0-9a-fA-F]+)|0o([0-7]+)|0b([01]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Digits behind a zero are text, so that `0123` stays what it is. */
const ZERO_LED = /^[-+]?0[0-9]+$/;

/** The meaning of plain text. */
function resolve(text: string): unknown {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const integer = INTEGER.exec(text);
  if (integer) return wholeNumber(integer);
  if (ZERO_LED.test(text) || !FLOAT.test(text)) return text;
  const value = Number(text);
  // A text too large for a 64-bit float stays text.
  return Number.isFinite(value) ? value : text;
}

function wholeNumber([, sign, hex, octal, binary, decimal]: RegExpExecArray): number | bigint {
  const prefix = hex ? '0x' : octal ? '0o' : binary ? '0b' : '';
  const magnitude = BigInt(prefix + (hex ?? octal ?? binary ?? decimal));
  const value = sign === '-' ? -magnitude : magnitude;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** Reads scalars exactly as the Attune loader does. Merge keys are not expanded (spec 2.6). */
export const attuneScalars: ScalarPolicy = strictScalars({
  resolve,
  isInteger: (text) => INTEGER.test(text),
});
