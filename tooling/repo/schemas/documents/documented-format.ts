import type { JsonSchema } from '../json-schema.ts';
import type { AuthoredDocument } from './authored-document.ts';

/** What editors are told about a format. */
export interface DocumentedFormat {
  readonly format: string;
  /** As people say it: `Attune`. */
  readonly name: string;
  readonly documents: readonly AuthoredDocument[];
  /** How its files are told from those of other formats, by document. */
  readonly claims: Readonly<Record<string, FormatClaim>>;
}

export interface FormatClaim {
  readonly title: string;
  /** One of these keys is there. */
  readonly any: readonly string[];
  /** None of these is there. */
  readonly none?: readonly string[];
  /** The key that an author writes first. */
  readonly first: { readonly key: string; readonly schema: JsonSchema };
}
