/** Where each document's schema is, for the comment that tells editors; by the document's name. */
export type SchemaAddresses = ReadonlyMap<string, string>;

/** A document that begins with the comment by which editors find its schema, where there is an address. */
export const withModeline = (text: string, schema: string | undefined): string =>
  schema === undefined ? text : `# yaml-language-server: $schema=${schema}\n${text}`;
