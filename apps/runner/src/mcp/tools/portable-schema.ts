type Schema = Readonly<Record<string, unknown>>;

/** Keywords whose value maps names to schemas, is one schema, or is a list of them. */
const MAPS = new Set(['properties', '$defs', 'dependentSchemas']);
const SINGLE = new Set([
  ...['items', 'additionalProperties', 'contains', 'not', 'if', 'then', 'else'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
]);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

/** The schema without patterns that JavaScript cannot read or reads otherwise than RE2: one would make a client drop all tools. */
export function inputForClients(schema: Schema): Schema {
  return walked(schema, (keyword, value) => keyword !== 'pattern' || isSharedPattern(String(value)));
}

const NAMES_BY_PATTERN = ['patternProperties', 'propertyNames'];

/**
 * The schema without what a client could judge otherwise than the runner has: patterns and formats, and what depends on
 * them. A result that reaches a client has passed the whole of it.
 */
export function outputForClients(schema: Schema): Schema {
  return walked(schema, (keyword, _, siblings) => {
    if (keyword === 'pattern' || keyword === 'format' || NAMES_BY_PATTERN.includes(keyword)) return false;
    const isRest = keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
    return !(isRest && 'patternProperties' in siblings);
  });
}

type Keeps = (keyword: string, value: unknown, siblings: Schema) => boolean;

function walked(schema: Schema, keeps: Keeps): Schema {
  const inner = (value: unknown): unknown => (isSchema(value) ? walked(value, keeps) : value);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => keeps(keyword, value, schema))
      .map(([keyword, value]) => {
        if (MAPS.has(keyword) && isSchema(value))
          return [
            keyword,
            Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inner(each)])),
          ];
        if (LISTS.has(keyword) && Array.isArray(value)) return [keyword, value.map(inner)];
        return [keyword, SINGLE.has(keyword) ? inner(value) : value];
      }),
  );
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSharedPattern(pattern: string): boolean {
  // POSIX classes are read by JavaScript as sets of letters.
  if (pattern.includes('[:')) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
