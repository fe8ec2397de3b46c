import { EvershellCapabilities } from '@packwright/schema/evershell';
import type { z } from 'zod';

/** The keys that the schema knows at a place of a list of capabilities; none where there is no mapping. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  let schema: z.core.$ZodType | undefined = EvershellCapabilities;
  for (const key of path) schema = schema && memberOf(unwrapped(schema), key);
  const def = schema && definition(unwrapped(schema));
  return def?.type === 'object' ? Object.keys(def.shape) : [];
}

function memberOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const def = definition(schema);
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  return def.type === 'object' && Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
}

/** Without `optional`, and of a choice the mapping. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const def = definition(schema);
  if (def.type === 'optional') return unwrapped(def.innerType);
  if (def.type !== 'union') return schema;
  return def.options.find((option) => definition(option).type === 'object') ?? schema;
}

function definition(schema: z.core.$ZodType) {
  return (schema as z.core.$ZodTypes)._zod.def;
}
