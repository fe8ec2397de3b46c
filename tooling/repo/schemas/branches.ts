import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './json-schema.ts';

/** One branch of a union, with the value of the discriminator that chooses it. */
export interface Branch {
  readonly value: string;
  readonly schema: JsonSchema;
  readonly properties: Record<string, JsonSchema>;
  readonly required: readonly string[];
}

/** The property whose constant tells the branches apart, or undefined for a union that has none. */
export function discriminatorOf(branches: readonly JsonSchema[]): string | undefined {
  const candidates = Object.keys(branches[0]?.properties ?? {});
  return candidates.find((key) => {
    const values = branches.map((branch) => branch.properties?.[key]?.const);
    return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
  });
}

export function readBranch(schema: JsonSchema, discriminator: string): Branch {
  const properties = schema.properties ?? {};
  return {
    value: properties[discriminator]?.const as string,
    schema,
    properties,
    required: schema.required ?? [],
  };
}

/** The properties that every branch has; where branches differ, only what they agree on. */
export function sharedProperties(branches: readonly Branch[]): Record<string, JsonSchema> {
  const [first, ...others] = branches as [Branch, ...Branch[]];
  const shared: Record<string, JsonSchema> = {};
  for (const [key, schema] of Object.entries(first.properties)) {
    const rest = others.map((branch) => branch.properties[key]);
    if (rest.every((other): other is JsonSchema => other !== undefined)) {
      shared[key] = agreement([schema, ...rest]);
    }
  }
  return shared;
}

/**
 * The keywords on which all agree. A closed object opens, because the branches close it. What one branch keeps out of
 * the suggestions stays out until the author has chosen.
 */
function agreement(schemas: readonly [JsonSchema, ...JsonSchema[]]): JsonSchema {
  const [first, ...others] = schemas;
  if (others.every((other) => isDeepStrictEqual(other, first))) return first;
  const agreed = Object.entries(first).filter(
    ([keyword, value]) =>
      keyword !== 'additionalProperties' && others.every((other) => isDeepStrictEqual(other[keyword], value)),
  );
  const isHidden = schemas.some((schema) => schema.doNotSuggest === true);
  return { ...Object.fromEntries(agreed), ...(isHidden && { doNotSuggest: true }) };
}
