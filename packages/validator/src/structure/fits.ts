import type { z } from 'zod';

/** Whether a value certainly fits; `false` says nothing, the schema itself has to judge. */
export type Fits = (value: unknown) => boolean;

/** A pattern with groups overflows the stack on texts of millions of characters. */
const LONGEST_MATCHED = 10_000;
const NEVER: Fits = () => false;
const ALWAYS: Fits = () => true;

/**
 * A quick answer for the documents that are right, which most are: true only for values that the schema accepts as
 * they are. It takes a tenth of the time of the schema, which has to collect what is wrong and copy what is not.
 */
export function fitsOf(schema: z.core.$ZodType): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'unknown':
      return ALWAYS;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return 'format' in def ? NEVER : textFits(limitsOf(def.checks));
    case 'number':
      return 'format' in def ? NEVER : numberFits(limitsOf(def.checks));
    case 'literal':
      return memberFits(new Set(def.values));
    case 'enum':
      return memberFits(new Set(Object.values(def.entries)));
    case 'optional': {
      const inner = fitsOf(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'array':
      return arrayFits(fitsOf(def.element), limitsOf(def.checks));
    case 'record':
      return def.keyType._zod.def.type === 'string' && !hasChecks(def.keyType)
        ? recordFits(fitsOf(def.valueType))
        : NEVER;
    case 'object':
      return hasChecks(schema) ? NEVER : objectFits(def);
    case 'union':
      return hasChecks(schema) ? NEVER : unionFits(def);
    default:
      return NEVER;
  }
}

/** One limit on values of a type; undefined for a limit that is not known here. */
type Limit = ((value: never) => boolean) | undefined;

function limitsOf(checks: readonly z.core.$ZodCheck[] = []): readonly Limit[] {
  return checks.map(({ _zod: { def } }) => limitOf(def as KnownCheck));
}

type KnownCheck =
  | z.core.$ZodCheckMinLengthDef
  | z.core.$ZodCheckMaxLengthDef
  | z.core.$ZodCheckGreaterThanDef
  | z.core.$ZodCheckLessThanDef
  | z.core.$ZodCheckMultipleOfDef
  | z.core.$ZodCheckRegexDef;

function limitOf(def: KnownCheck): Limit {
  switch (def.check) {
    case 'min_length':
      return ({ length }: { length: number }) => length >= def.minimum;
    case 'max_length':
      return ({ length }: { length: number }) => length <= def.maximum;
    case 'greater_than': {
      const { value: least, inclusive } = def;
      if (typeof least !== 'number') return undefined;
      return inclusive ? (value: number) => value >= least : (value: number) => value > least;
    }
    case 'less_than': {
      const { value: most, inclusive } = def;
      if (typeof most !== 'number') return undefined;
      return inclusive ? (value: number) => value <= most : (value: number) => value < most;
    }
    case 'multiple_of':
      return def.value === 1 ? Number.isInteger : undefined;
    case 'string_format':
      if (def.format !== 'regex' || def.pattern.global || def.pattern.sticky) return undefined;
      return (value: string) => value.length <= LONGEST_MATCHED && def.pattern.test(value);
    default:
      return undefined;
  }
}

function textFits(limits: readonly Limit[]): Fits {
  const known = allKnown<string>(limits);
  return known ? (value) => typeof value === 'string' && known.every((limit) => limit(value)) : NEVER;
}

function numberFits(limits: readonly Limit[]): Fits {
  const known = allKnown<number>(limits);
  return known ? (value) => Number.isFinite(value) && known.every((limit) => limit(value as number)) : NEVER;
}

function arrayFits(item: Fits, limits: readonly Limit[]): Fits {
  const known = allKnown<readonly unknown[]>(limits);
  return known
    ? (value) => Array.isArray(value) && known.every((limit) => limit(value)) && value.every(item)
    : NEVER;
}

function allKnown<T>(limits: readonly Limit[]): readonly ((value: T) => boolean)[] | undefined {
  return limits.includes(undefined) ? undefined : (limits as readonly ((value: T) => boolean)[]);
}

function memberFits(members: ReadonlySet<unknown>): Fits {
  return (value) => members.has(value);
}

function recordFits(item: Fits): Fits {
  return (value) => {
    if (!isPlain(value)) return false;
    // A list of a hundred thousand values would take ten MiB.
    for (const key in value) if (!item(value[key])) return false;
    return true;
  };
}

function objectFits({ shape, catchall }: z.core.$ZodObjectDef): Fits {
  if (catchall?._zod.def.type !== 'never') return NEVER;
  const fields = new Map(Object.entries(shape).map(([key, field]) => [key, fitsOf(field)]));
  const required = Object.keys(shape).filter((key) => shape[key]?._zod.optin !== 'optional');
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key in value) if (!fields.get(key)?.(value[key])) return false;
    return required.every((key) => Object.hasOwn(value, key));
  };
}

function unionFits(def: z.core.$ZodUnionDef): Fits {
  const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>;
  const branches = def.options.map(fitsOf);
  if (discriminator === undefined) return (value) => branches.some((fits) => fits(value));
  const byWord = new Map(
    def.options.flatMap((option, at) =>
      [...(option._zod.propValues?.[discriminator] ?? [])].map((word) => [word as unknown, branches[at]]),
    ),
  );
  return (value) => isPlain(value) && byWord.get(value[discriminator])?.(value) === true;
}

function hasChecks(schema: z.core.$ZodType): boolean {
  return (schema._zod.def.checks?.length ?? 0) > 0;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
