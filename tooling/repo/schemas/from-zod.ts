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
  const { multipleOf, propertyNames, ...rest } = schema;
  if (multipleOf === 1) return { ...rest, type: 'integer' };
  // A key is text in every JSON document.
  if (JSON.stringify(propertyNames) === '{"type":"string"}') return rest;
  return schema;
}
