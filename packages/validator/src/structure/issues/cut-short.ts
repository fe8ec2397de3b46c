import { fitsOf, formOf } from '@packwright/schema/form';
import type { z } from 'zod';
import { branchesOf, fieldOf } from './schema-walk.ts';

type Schema = z.core.$ZodType;

/** As many faults of a kind as are listed, and one more. */
const MOST_FAULTY = 1_001;

/**
 * The same value with long lists and mappings cut off behind as many entries at fault as are listed anyway. The
 * schema refuses it exactly when it refuses the whole; but it takes a kilobyte for everything that it has to say.
 */
export function cutShort(value: unknown, schema: Schema): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [branch, ...others] = branchesOf(schema, value);
  if (!branch) return value;
  if (others.length > 0 && !isDiscriminated(schema)) {
    // Where any branch may be meant, what one of them refuses may be right by another; but what takes anything takes less too.
    return others.some(isOpen) ? cutShort(value, branch) : value;
  }
  const { def } = (branch as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return cutShort(value, def.innerType);
    case 'lazy':
      return cutShort(value, def.getter());
    case 'array': {
      if (!Array.isArray(value)) return value;
      const items = fewFaulty(value, def.element, (item) => item);
      const cut = items.map((item) => cutShort(item, def.element));
      return isSame(cut, value) ? value : cut;
    }
    case 'record':
      return cutKeys(value, fewFaulty(Object.keys(value), def.valueType, ofKey(value)), () => def.valueType);
    case 'object':
      return cutKeys(value, Object.keys(value), (key) => fieldOf(def, key));
    default:
      return value;
  }
}

const isOpen = (schema: Schema): boolean => schema._zod.def.type === 'unknown';

function isDiscriminated(schema: Schema): boolean {
  return (schema._zod.def as Partial<z.core.$ZodDiscriminatedUnionDef>).discriminator !== undefined;
}

const ofKey = (value: object) => (key: string) => (value as Readonly<Record<string, unknown>>)[key];

function cutKeys(
  value: object,
  keys: readonly string[],
  schemaOf: (key: string) => Schema | undefined,
): object {
  if (Array.isArray(value)) return value;
  const items = keys.map(ofKey(value));
  const cut = keys.map((key, at) => {
    const schema = schemaOf(key);
    return schema ? cutShort(items[at], schema) : items[at];
  });
  if (isSame(cut, items) && keys.length === Object.keys(value).length) return value;
  return Object.fromEntries(keys.map((key, at) => [key, cut[at]]));
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

function fewFaulty<Entry>(
  entries: readonly Entry[],
  schema: Schema,
  valueIn: (entry: Entry) => unknown,
): readonly Entry[] {
  if (entries.length <= MOST_FAULTY) return entries;
  const fits = fitsOf(formOf(schema));
  let faulty = 0;
  const last = entries.findIndex((entry) => !fits(valueIn(entry)) && ++faulty === MOST_FAULTY);
  return last === -1 ? entries : entries.slice(0, last + 1);
}
