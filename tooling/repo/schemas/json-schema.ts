/** A JSON Schema in the making; the passes over it read only the keywords they know. */
export interface JsonSchema {
  [keyword: string]: unknown;
  type?: string;
  title?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** A copy in which `change` has been applied to every schema inside, innermost first. */
export function mapSchemas(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const inner = (child: JsonSchema) => mapSchemas(child, change);
  const copy: JsonSchema = { ...schema };
  if (schema.properties) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => [key, inner(child)]),
    );
  }
  if (schema.items) copy.items = inner(schema.items);
  if (typeof schema.additionalProperties === 'object')
    copy.additionalProperties = inner(schema.additionalProperties);
  if (schema.oneOf) copy.oneOf = schema.oneOf.map(inner);
  if (schema.allOf) copy.allOf = schema.allOf.map(inner);
  return change(copy);
}
