import type { z } from 'zod';
import type { Path } from '../locator.ts';
import { valueAt } from './report.ts';

type Schema = z.core.$ZodType;

/**
 * The schemas that may speak of a path: of a union on the way the branch that the value chooses by its discriminator,
 * or every branch when it chooses none. A union at the end of the path is given as it is.
 */
export function schemasAt(schema: Schema, value: unknown, path: Path): readonly Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return schemasAt(def.innerType, value, path);
  if (def.type === 'lazy') return schemasAt(def.getter(), value, path);
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const inner = valueAt(value, [key]);
  switch (def.type) {
    case 'array':
      return schemasAt(def.element, inner, rest);
    case 'record':
      return schemasAt(def.valueType, inner, rest);
    case 'object': {
      const field = fieldOf(def, String(key));
      return field ? schemasAt(field, inner, rest) : [];
    }
    case 'union':
      return branchesOf(schema, value).flatMap((branch) => schemasAt(branch, value, path));
    default:
      return [];
  }
}

/** The schema of a key; not what every object inherits under names such as `constructor`. */
export function fieldOf({ shape }: z.core.$ZodObjectDef, key: string): Schema | undefined {
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/** The branch of a union that a value chooses, or all when it chooses none; of any other schema, itself. */
export function branchesOf(schema: Schema, value: unknown): readonly Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'union') return [schema];
  const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>;
  const chosen =
    discriminator === undefined
      ? undefined
      : def.options.find((option) => wordsOf(option, discriminator).has(valueAt(value, [discriminator])));
  return chosen ? [chosen] : def.options;
}

/** The values by which a branch of a union is chosen. */
export function wordsOf(branch: Schema, discriminator: string): ReadonlySet<unknown> {
  return branch._zod.propValues?.[discriminator] ?? new Set();
}
