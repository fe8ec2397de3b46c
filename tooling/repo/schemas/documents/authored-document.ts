import type { z } from 'zod';

/** A document that authors write and editors help with. */
export interface AuthoredDocument {
  readonly format: string;
  /** What its page of the reference is about: `emisar packs`. */
  readonly subject: string;
  /** Revision of the document format; a path segment of the schema's address. */
  readonly version: string;
  readonly document: string;
  readonly schema: z.ZodType;
  /** What an author knows the file as; several for a format that takes several endings. */
  readonly files: readonly string[];
  /**
   * Globs by which editors find the schema, as YAML language servers read them: without a leading `**` they match at
   * any depth. Empty for files that several formats have, to which a dispatcher is attached: two schemas on one file
   * would both have to hold.
   */
  readonly fileMatch: readonly string[];
}
