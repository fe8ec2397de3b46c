/** What can be wrong with an output schema; stable, so that rules can be keyed by it. */
export type OutputSchemaFault =
  | 'root-type'
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'too-many-values'
  | 'keyword'
  | 'dialect'
  | 'reference'
  | 'number'
  | 'not-a-schema'
  | 'pattern-syntax'
  | 'dangling-reference';

export type SchemaPath = readonly (string | number)[];

/** One fault of an output schema; `path` starts at the schema's root. */
export interface OutputSchemaProblem {
  readonly kind: OutputSchemaFault;
  readonly path: SchemaPath;
  /** Whether the key at the end of the path is at fault, or what stands under it. */
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly hint?: string | undefined;
}
