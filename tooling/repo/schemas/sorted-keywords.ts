import type { JsonSchema } from './json-schema.ts';

/** Keywords whose value maps names to schemas; the names keep the order of the author, which editors insert. */
const named = new Set(['properties', 'definitions']);

/** Keywords whose value is data and stays as it is. */
const data = new Set([
  'const',
  'default',
  'defaultSnippets',
  'enum',
  'enumDescriptions',
  'examples',
  'required',
]);

/** A copy whose keywords stand in alphabetical order at every level. */
export function sortedKeywords(schema: JsonSchema): JsonSchema {
  const keywords = Object.keys(schema).sort();
  return Object.fromEntries(keywords.map((keyword) => [keyword, sortedValue(keyword, schema[keyword])]));
}

function sortedValue(keyword: string, value: unknown): unknown {
  if (data.has(keyword) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => sortedValue('', item));
  if (!named.has(keyword)) return sortedKeywords(value as JsonSchema);
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, sortedValue('', child)]));
}
