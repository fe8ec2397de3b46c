import { z } from 'zod';

type Lenient<T extends z.ZodType> = z.ZodUnion<readonly [T, z.ZodUnknown]>;

/**
 * A place where the loader takes whatever is written and falls back when it does not understand it. Editors offer
 * what is expected and never complain; whether to warn is for rules, which find these places with `lenientFaults`.
 */
export const lenient = <T extends z.ZodType>(expected: T): Lenient<T> => z.union([expected, z.unknown()]);

/** A place that is judged elsewhere: editors offer what is expected, and nothing here complains or is found. */
export const hinted = <T extends z.ZodType>(expected: T): z.ZodUnion<readonly [z.ZodUnknown, T]> =>
  z.union([z.unknown(), expected]);

/** A key that no loader of the format reads. It is known only so that editors can say so. */
export const ignored = (description: string) =>
  z.unknown().optional().describe(description).meta({ doNotSuggest: true });

/** Something written in a lenient place that is not what is expected there. */
export interface LenientFault {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly expected: z.ZodType;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** Every lenient place of a document where something unexpected is written, outermost first; nothing inside one. */
export function* lenientFaults(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<LenientFault> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
      if (value !== undefined && value !== null) yield* lenientFaults(def.innerType, value, path);
      return;
    case 'lazy':
      yield* lenientFaults(def.getter(), value, path);
      return;
    case 'array':
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) yield* lenientFaults(def.element, item, [...path, index]);
      return;
    case 'record':
      if (!isRecord(value)) return;
      for (const [key, item] of Object.entries(value))
        yield* lenientFaults(def.valueType, item, [...path, key]);
      return;
    case 'object':
      if (!isRecord(value)) return;
      for (const [key, field] of Object.entries(def.shape)) {
        if (Object.hasOwn(value, key)) yield* lenientFaults(field, value[key], [...path, key]);
      }
      return;
    case 'union':
      yield* inUnion(def.options, value, path);
      return;
    default:
  }
}

function* inUnion(
  options: readonly z.core.$ZodType[],
  value: unknown,
  path: readonly (string | number)[],
): Generator<LenientFault> {
  const expected = options[0] as z.ZodType;
  const isLenient = (options.at(-1) as z.core.$ZodTypes)._zod.def.type === 'unknown';
  const chosen = options.find((option) => (option as z.ZodType).safeParse(value).success);
  if (!isLenient) {
    if (chosen) yield* lenientFaults(chosen, value, path);
    return;
  }
  const result = expected.safeParse(value);
  if (result.success) yield* lenientFaults(expected, value, path);
  else yield { path, value, expected, issues: result.error.issues };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
