// The scalar rules of the emisar loader: specs section 1.2 and 12, those of Go's YAML library.
import type { YamlScalar } from '../source/yaml-node.ts';
import { type Coercion, NO_FIT, type ScalarPolicy, TagMismatch } from '../structure/scalar-policy.ts';

const CORE = 'tag:yaml.org,2002:';

type Resolved =
  | { readonly type: 'null' | 'merge' }
  | { readonly type: 'text' | 'binary'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'timestamp'; readonly value: Date };

const NULL: Resolved = { type: 'null' };
const TRUE: Resolved = { type: 'bool', value: true };
const FALSE: Resolved = { type: 'bool', value: false };

const WORDS = new Map<string, Resolved>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, NULL] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, TRUE] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, FALSE] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, { type: 'float', value: Number.NaN }] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    (word) => [word, { type: 'float', value: Number.POSITIVE_INFINITY }] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map(
    (word) => [word, { type: 'float', value: Number.NEGATIVE_INFINITY }] as const,
  ),
]);

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;
const YES = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const NO = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
const UINT64_MAX = 2n ** 64n - 1n;

/** First characters of scalars that may be anything but text. */
function mayResolve(value: string): boolean {
  if (value === '') return true;
  const first = value.charCodeAt(0);
  if (first <= 57) return first >= 48 || first === 43 || first === 45 || first === 46;
  return first === 126 || first === 60 || 'tTfFnN'.includes(value[0] as string);
}

/** The meaning of untagged plain text. */
function resolveText(value: string, timestamps: boolean): Resolved {
  if (!mayResolve(value)) return { type: 'text', value };
  const word = WORDS.get(value);
  if (word) return word;
  const first = value.charCodeAt(0);
  if (first === 46) {
    return FLOAT.test(value) ? finite(value, value) : { type: 'text', value };
  }
  if (first > 57) return { type: 'text', value };
  if (timestamps) {
    const time = timestamp(value);
    if (time) return { type: 'timestamp', value: time };
  }
  const digits = value.includes('_') ? value.replaceAll('_', '') : value;
  const integer = int64(digits);
  if (integer !== undefined) return { type: 'int', value: integer };
  if (FLOAT.test(digits)) return finite(digits, value);
  return { type: 'text', value };
}

/** Text too large for a 64-bit float stays text. */
function finite(digits: string, source: string): Resolved {
  const value = Number(digits);
  return Number.isFinite(value) ? { type: 'float', value } : { type: 'text', value: source };
}

/** A whole number as every reader of YAML takes it. */
const DECIMAL = /^-?(?:0|[1-9][0-9]*)$/;
const LONGEST_INT64 = 20;

function int64(text: string): number | bigint | undefined {
  if (text.length <= 15 && DECIMAL.test(text)) return Number(text) + 0;
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const digits = hex ?? binary ?? octal ?? (decimal as string);
  // To make a number of a million decimal digits takes seconds.
  if (digits === decimal && digits.length > LONGEST_INT64) return undefined;
  if (digits.length <= 12) {
    const radix = hex ? 16 : binary ? 2 : octal ? 8 : 10;
    const small = Number.parseInt(digits, radix);
    return sign === '-' && small !== 0 ? -small : small;
  }
  const prefix = hex ? '0x' : binary ? '0b' : octal ? '0o' : '';
  const magnitude = BigInt(prefix + digits);
  const value = sign === '-' ? -magnitude : magnitude;
  // Only a bare number may use the unsigned range.
  if (value < INT64_MIN || value > (sign === '' ? UINT64_MAX : INT64_MAX)) return undefined;
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;
}

function timestamp(value: string): Date | undefined {
  if (value.charCodeAt(4) !== 45) return undefined;
  const match = TIMESTAMP.exec(value);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [4, 5, 6].map((at) => Number(match[at] ?? match[at + 3] ?? 0));
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour as number, minute as number, second as number);
  const kept = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return kept && (hour as number) < 24 && (minute as number) < 60 && (second as number) < 60
    ? time
    : undefined;
}

function resolve(scalar: YamlScalar): Resolved | TagMismatch {
  const { tag, value, style } = scalar;
  if (tag === undefined || tag === '!') {
    if (style !== 'plain') return { type: 'text', value };
    return value === '<<' ? { type: 'merge' } : resolveText(value, true);
  }
  if (!tag.startsWith(CORE)) return { type: 'text', value };
  return resolveTagged(tag.slice(CORE.length), value);
}

function resolveTagged(tag: string, value: string): Resolved | TagMismatch {
  switch (tag) {
    case 'str':
      return { type: 'text', value };
    case 'binary':
      return binary(value);
    case 'merge':
      return { type: 'merge' };
    case 'bool':
    case 'int':
    case 'float':
    case 'null':
    case 'timestamp': {
      const found = resolveText(value, tag === 'timestamp');
      if (found.type === tag) return found;
      if (found.type === 'int' && tag === 'float') return { type: 'float', value: Number(found.value) };
      return new TagMismatch(`"${value}" is not a value of the tag !!${tag}`);
    }
    default:
      return { type: 'text', value };
  }
}

function binary(value: string): Resolved | TagMismatch {
  const text = value.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    return new TagMismatch('the text under the tag !!binary is not base64');
  }
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  try {
    return {
      type: 'binary',
      value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    };
  } catch {
    // A lone surrogate stands for bytes that are not text; every rule on text refuses it.
    return { type: 'binary', value: `\udc80${bytes.length} bytes` };
  }
}

const isUntagged = (scalar: YamlScalar): boolean => scalar.tag === undefined || scalar.tag === '!';

/** Reads scalars exactly as the emisar loader does. */
export const emisarScalars: ScalarPolicy = {
  isStrict: false,

  isNull(scalar) {
    if (scalar.value.length > 4 || (scalar.style !== 'plain' && isUntagged(scalar))) return false;
    const found = resolve(scalar);
    return !(found instanceof TagMismatch) && found.type === 'null';
  },

  isMergeKey(scalar) {
    if (scalar.value !== '<<') return false;
    const found = resolve(scalar);
    return !(found instanceof TagMismatch) && found.type === 'merge';
  },

  text(scalar) {
    if (isUntagged(scalar)) return scalar.value;
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    return found.type === 'binary' ? found.value : scalar.value;
  },

  integer(scalar) {
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    if (found.type === 'int') return found.value > INT64_MAX ? NO_FIT : saturate(Number(found.value));
    if (found.type === 'float' && found.value <= 2 ** 63) return saturate(Math.trunc(found.value));
    return NO_FIT;
  },

  number(scalar) {
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    return found.type === 'int' || found.type === 'float' ? Number(found.value) : NO_FIT;
  },

  boolean(scalar) {
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    if (found.type === 'bool') return found.value;
    if (found.type === 'text' && YES.has(found.value)) return true;
    if (found.type === 'text' && NO.has(found.value)) return false;
    return NO_FIT;
  },

  free(scalar) {
    const found = resolve(scalar);
    if (found instanceof TagMismatch) return found;
    return 'value' in found ? found.value : found.type === 'null' ? null : scalar.value;
  },

  isTextKey(scalar) {
    const found = resolve(scalar);
    return !(found instanceof TagMismatch) && (found.type === 'text' || found.type === 'merge');
  },

  coercion(scalar, field) {
    if (field === 'text' && (!isUntagged(scalar) || scalar.style !== 'plain')) return undefined;
    if (field === 'text' && !mayResolve(scalar.value)) return undefined;
    if (field === 'integer' && isUntagged(scalar) && DECIMAL.test(scalar.value)) return undefined;
    return surprising(scalar, field);
  },
};

/** Fields hold 64 bits upstream; beyond 2^53 only the sign and the size matter to any rule. */
function saturate(value: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value)) + 0;
}

function surprising(scalar: YamlScalar, field: Coercion['field']): Coercion | undefined {
  const found = resolve(scalar);
  if (found instanceof TagMismatch) return undefined;
  const { value } = scalar;
  switch (field) {
    case 'text': {
      if (found.type === 'text' || found.type === 'null') return undefined;
      const written = { bool: 'a boolean', int: 'a number', float: 'a number', timestamp: 'a date' }[
        found.type as string
      ];
      return written ? { field, written, portable: JSON.stringify(value) } : undefined;
    }
    case 'integer': {
      const whole = emisarScalars.integer(scalar);
      if (typeof whole !== 'number' || DECIMAL.test(value)) return undefined;
      const isFloat = found.type === 'float';
      const written = isFloat ? 'a number with a point or an exponent' : 'a number in a spelling of its own';
      return { field, written, portable: String(whole), isCutOff: isFloat && !Number.isInteger(found.value) };
    }
    case 'boolean': {
      if (found.type !== 'text') return undefined;
      return { field, written: 'text', portable: YES.has(value) ? 'true' : 'false' };
    }
    default:
      return undefined;
  }
}
