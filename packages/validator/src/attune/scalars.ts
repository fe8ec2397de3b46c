// The scalar rules of the Attune loader: YAML 1.2 as serde's YAML library reads it (spec 2.6). Nothing is coerced.
import type { YamlScalar } from '../source/yaml-node.ts';
import { NO_FIT, type ScalarPolicy, TagMismatch } from '../structure/scalar-policy.ts';

const CORE = 'tag:yaml.org,2002:';

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
function resolvePlain(text: string): unknown {
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

function resolve({ tag, value, style }: YamlScalar): unknown | TagMismatch {
  if (tag === undefined) return style === 'plain' ? resolvePlain(value) : value;
  if (tag === '!' || tag === `${CORE}str`) return value;
  if (!tag.startsWith(CORE)) return new TagMismatch(`the tag "${tag}" is not one that the loader reads`);
  const found = resolvePlain(value);
  const fits: Readonly<Record<string, boolean>> = {
    null: found === null,
    bool: typeof found === 'boolean',
    int: isWhole(found),
    float: isNumeric(found),
  };
  const name = tag.slice(CORE.length);
  return fits[name] ? found : new TagMismatch(`"${value}" is not a value of the tag !!${name}`);
}

const isNumeric = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';
const isWhole = (value: unknown): boolean => typeof value === 'bigint' || Number.isInteger(value);

/** Reads scalars exactly as the Attune loader does. */
export const attuneScalars: ScalarPolicy = {
  isStrict: true,

  isNull: (scalar) => resolve(scalar) === null,

  // Merge keys are not expanded (spec 2.6): "<<" is a key like any other.
  isMergeKey: () => false,

  text(scalar) {
    const found = resolve(scalar);
    return typeof found === 'string' || found instanceof TagMismatch ? found : NO_FIT;
  },

  integer(scalar) {
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    // A float is no integer to serde, even without a fraction.
    if (!isNumeric(found) || !isWhole(found) || !INTEGER.test(scalar.value)) return NO_FIT;
    return saturate(found);
  },

  number(scalar) {
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    return isNumeric(found) ? Number(found) : NO_FIT;
  },

  boolean(scalar) {
    const found = resolve(scalar);
    return typeof found === 'boolean' || found instanceof TagMismatch ? found : NO_FIT;
  },

  free: resolve,

  isTextKey: () => true,

  coercion: () => undefined,
};

/** Fields hold at most 64 bits upstream; beyond 2^53 only the sign and the size matter to any rule. */
function saturate(value: number | bigint): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(value))) + 0;
}
