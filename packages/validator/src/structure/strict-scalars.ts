import type { YamlScalar } from '../source/yaml-node.ts';
import { NO_FIT, type ScalarPolicy, TagMismatch } from './scalar-policy.ts';

const CORE = 'tag:yaml.org,2002:';

/** How plain text is read by a loader that coerces nothing. */
export interface PlainReading {
  /** The meaning of plain text: null, a boolean, a number, or the text itself. */
  resolve(text: string): unknown;
  /** Whether plain text is written as a whole number. */
  isInteger(text: string): boolean;
}

/** Reads scalars as a loader does that coerces nothing and expands no merge keys. */
export function strictScalars({ resolve: resolvePlain, isInteger }: PlainReading): ScalarPolicy {
  const read = (scalar: YamlScalar): unknown | TagMismatch => resolved(scalar, resolvePlain);
  return {
    isStrict: true,
    isNull: (scalar) => read(scalar) === null,
    // "<<" is a key like any other.
    isMergeKey: () => false,
    text(scalar) {
      const found = read(scalar);
      return typeof found === 'string' || found instanceof TagMismatch ? found : NO_FIT;
    },
    integer(scalar) {
      const found = read(scalar);
      if (found instanceof TagMismatch) return found;
      // A float is no integer, even without a fraction.
      if (!isNumeric(found) || !isWhole(found) || !isInteger(scalar.value)) return NO_FIT;
      return saturate(found);
    },
    number(scalar) {
      const found = read(scalar);
      if (found instanceof TagMismatch) return found;
      return isNumeric(found) ? Number(found) : NO_FIT;
    },
    boolean(scalar) {
      const found = read(scalar);
      return typeof found === 'boolean' || found instanceof TagMismatch ? found : NO_FIT;
    },
    free: read,
    isTextKey: () => true,
    coercion: () => undefined,
  };
}

function resolved(
  { tag, value, style }: YamlScalar,
  resolvePlain: PlainReading['resolve'],
): unknown | TagMismatch {
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

/** Fields hold at most 64 bits; beyond 2^53 only the sign and the size matter to any rule. */
function saturate(value: number | bigint): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(value))) + 0;
}
