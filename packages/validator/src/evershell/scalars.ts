// The core schema of YAML 1.2, as specs/evershell 2 has it; nothing is coerced, or 1.10 would become 1.1.
import type { ScalarPolicy } from '../structure/scalar-policy.ts';
import { strictScalars } from '../structure/strict-scalars.ts';

const WORD = /^(?:(~|null|Null|NULL|)|(true|True|TRUE)|(false|False|FALSE))$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NAN = /^\.(?:nan|NaN|NAN)$/;

/** The meaning of plain text. */
function resolve(text: string): unknown {
  const word = WORD.exec(text);
  if (word) return word[1] === undefined ? word[2] !== undefined : null;
  if (INTEGER.test(text)) return wholeNumber(text);
  if (FLOAT.test(text)) return Number(text);
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  return NAN.test(text) ? Number.NaN : text;
}

function wholeNumber(text: string): number | bigint {
  const magnitude = BigInt(text.replace(/^[-+]/, ''));
  const value = text.startsWith('-') ? -magnitude : magnitude;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** Reads scalars as a content pack's manifest has them. */
export const evershellScalars: ScalarPolicy = strictScalars({
  resolve,
  isInteger: (text) => INTEGER.test(text),
});
