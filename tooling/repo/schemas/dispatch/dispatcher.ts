import type { JsonSchema } from '../json-schema.ts';

/** Tells which format's file an author is writing, by the keys that are there. */
export interface Dispatcher {
  readonly document: string;
  readonly title: string;
  readonly fileMatch: readonly string[];
  /** In the order in which they are asked; the first that claims the keys has the file. */
  readonly claims: readonly Claim[];
  /** What is offered and said while the keys tell nothing. */
  readonly pick: Pick;
}

/** The keys by which a file is taken. */
export interface Claim {
  /** The format whose schema then judges, or undefined for files that are only told apart. */
  readonly format: string | undefined;
  readonly title: string;
  /** One of them is there. */
  readonly any: readonly string[];
  /** Each of them is there. */
  readonly all?: readonly string[];
  /** None of them is there. */
  readonly none?: readonly string[];
}

export interface Pick {
  /** The key that an author writes first, per format. With a type, or editors write it without its colon. */
  readonly keys: Readonly<Record<string, JsonSchema>>;
  readonly message: string;
}

/** A claim as the test of an `if`. */
export function testOf({ any, all = [], none = [] }: Claim): JsonSchema {
  return {
    // Without `type` an empty document, which is null, would satisfy it.
    type: 'object',
    anyOf: any.map((key) => present(key)),
    ...(all.length > 0 && { allOf: all.map((key) => present(key)) }),
    ...(none.length > 0 && { not: { anyOf: none.map((key) => present(key)) } }),
  };
}

// Beside `required`, so that Ajv at its strictest finds the key described.
const present = (key: string): JsonSchema => ({ properties: { [key]: true as never }, required: [key] });
