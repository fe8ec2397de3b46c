import type { JsonSchema } from './json-schema.ts';

/** Hover text twice: with its code marks for editors that render Markdown, with quotes for those that do not. */
export function withMarkdown(schema: JsonSchema): JsonSchema {
  const { description, enumDescriptions } = schema;
  return {
    ...schema,
    ...(description?.includes('`') && { description: quoted(description), markdownDescription: description }),
    ...(isMarked(enumDescriptions) && {
      enumDescriptions: enumDescriptions.map(quoted),
      markdownEnumDescriptions: enumDescriptions,
    }),
  };
}

// In quotes, `false` would look like text.
const quoted = (text: string) => text.replace(/`(true|false)`/g, '$1').replaceAll('`', '"');

const isMarked = (texts: unknown): texts is string[] =>
  Array.isArray(texts) && texts.some((text) => String(text).includes('`'));
