import { z } from 'zod';
import { type JsonSchema, mapSchemas } from './json-schema.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';

/** What Zod says about a document, as draft-07 for what authors write, with integers and pattern texts put right. */
export function fromZod(schema: z.ZodType): JsonSchema {
  const raw = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const form = patternText(zodSchema);
      if (form) Object.assign(jsonSchema, { patternErrorMessage: `expected ${form}` });
    },
  }) as JsonSchema;
  // Zod takes any target name and leaves `$schema` out when it does not know it.
  if (raw.$schema !== draft07) throw new Error('z.toJSONSchema did not write draft-07');
  return mapSchemas(raw, plainer);
}

/** The author's text of a schema's pattern. */
function patternText(schema: z.core.$ZodType): string | undefined {
  const checks = (schema._zod.def as { checks?: z.core.$ZodCheck[] }).checks ?? [];
  for (const { _zod } of checks) {
    const { format, error } = _zod.def as { format?: string; error?: (issue: never) => unknown };
    const text = format === 'regex' ? error?.({} as never) : undefined;
    if (typeof text === 'string') return text;
  }
  return undefined;
}

function plainer(schema: JsonSchema): JsonSchema {
  const { allOf, multipleOf, propertyNames, ...rest } = schema;
  // Zod's form of a reference with a text of its own, in whose place editors show the text of what is referred to.
  if (isReference(allOf)) return { ...allOf[0], ...rest };
  if (multipleOf === 1) return { ...rest, type: 'integer' };
  // A key is text in every JSON document.
  if (JSON.stringify(propertyNames) === '{"type":"string"}') return orNull(rest);
  return orNull(schema);
}

const isReference = (allOf: unknown): allOf is readonly [JsonSchema] =>
  Array.isArray(allOf) && allOf.length === 1 && '$ref' in allOf[0];

/** A value of one type or null, without a union, in which editors would look for the better branch. */
function orNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const [value, second, ...more] = anyOf ?? [];
  const isPlain = typeof value?.type === 'string' && value.enum === undefined && value.const === undefined;
  if (!isPlain || second?.type !== 'null' || more.length > 0) return schema;
  return { ...value, type: [value.type as string, 'null'], ...rest };
}
