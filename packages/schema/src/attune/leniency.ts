import * as z from 'zod';

type Open<T extends z.ZodType> = z.ZodUnion<readonly [T, z.ZodUnknown]>;

/** What `lenient` made; a registry, because it follows a schema through `describe` and `meta`. */
const lenientPlaces = z.registry<{ lenient: true }>();

/**
 * A place where the loader takes whatever is written and falls back when it does not understand it. Editors offer
 * what is expected and never complain; whether to warn is for rules, which find these places with `lenientFaults`.
 */
export function lenient<T extends z.ZodType>(expected: T): Open<T> {
  const place = hinted(expected);
  lenientPlaces.add(place, { lenient: true });
  return place;
}

/** Whether a place was made by `lenient`. */
export const isLenient = (place: z.core.$ZodType): boolean =>
  lenientPlaces.get(place as z.ZodType) !== undefined;

/** A place that is judged elsewhere: editors offer what is expected, and nothing here complains or is found. */
export const hinted = <T extends z.ZodType>(expected: T): Open<T> => z.union([expected, z.unknown()]);

/** A key that no loader of the format reads. It is known only so that editors can say so. */
export const ignored = (description: string) =>
  z.unknown().optional().describe(description).meta({ doNotSuggest: true });

/** Something written in a lenient place that is not what is expected there. */
export interface LenientFault {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly expected: z.ZodType;
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
      for (const key of Object.keys(value)) yield* lenientFaults(def.valueType, value[key], [...path, key]);
      return;
    case 'object':
      if (!isRecord(value)) return;
      for (const [key, field] of Object.entries(def.shape)) {
        if (Object.hasOwn(value, key)) yield* lenientFaults(field, value[key], [...path, key]);
      }
      return;
    case 'union':
      yield* inUnion(schema, def.options, value, path);
      return;
    default:
  }
}

function* inUnion(
  union: z.core.$ZodType,
  options: readonly z.core.$ZodType[],
  value: unknown,
  path: readonly (string | number)[],
): Generator<LenientFault> {
  const [expected] = options as [z.ZodType];
  if (!isLenient(union)) {
    const chosen = options.find((option) => (option as z.ZodType).validate(value));
    // What is judged elsewhere is not gone into.
    if (chosen && !isOpen(options)) yield* lenientFaults(chosen, value, path);
    return;
  }
  // Parsing would tell every fault of a list of a hundred thousand, at a kilobyte each.
  if (expected.validate(value)) yield* lenientFaults(expected, value, path);
  else yield { path, value, expected };
}

const isOpen = (options: readonly z.core.$ZodType[]) => options.at(-1)?._zod.def.type === 'unknown';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
