import type { PatternPlace } from '@packwright/values';
import type { SchemaPath } from './schema-path.ts';

/** What kind of thing is wrong with a schema. How grave it is depends on where the schema stands. */
export type SchemaFault =
  /** Not a mapping at all. */
  | 'not-a-mapping'
  /** Written as a JSON Schema where the checker wants one entry per value. */
  | 'json-schema-form'
  /** An entry that is not a mapping; the loader passes over it. */
  | 'entry-not-a-mapping'
  /** An entry without a type, or whose type is not one text. */
  | 'missing-type'
  /** A word that is no type of JSON Schema, such as `any`: the schema does not compile. */
  | 'unknown-type'
  /** A keyword with a value that keeps the schema from compiling. */
  | 'uncompilable'
  /** An entry whose type stands under a key that is nearly `type`. */
  | 'type-slip'
  /** A key that nothing reads. */
  | 'ignored-keyword'
  /** `required` that does nothing where it stands, or names what is not there. */
  | 'idle-required'
  /** A flag that is neither true nor false. */
  | 'idle-flag'
  /** Required and with a default, which never comes to bear. */
  | 'required-default'
  /** A default that does not fit the schema it stands in. */
  | 'unfit-default';

/** One thing wrong with an authored schema. */
export interface SchemaProblem {
  readonly kind: SchemaFault;
  /** Where, from the schema's own root. */
  readonly path: SchemaPath;
  /** Whether the key or the value at the path is at fault. */
  readonly at: 'key' | 'value';
  /** The part of the text at fault, where the value is one and the part is known. */
  readonly part?: PatternPlace;
  /** The whole sentence. */
  readonly message: string;
  readonly hint?: string;
  /** What to write instead of the key or the value, where that is certain. */
  readonly replacement?: string;
}
