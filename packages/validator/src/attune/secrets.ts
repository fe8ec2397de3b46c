import { isSecretPath } from './dialect/index.ts';
import type { ExpressionReference } from './expression/index.ts';

/** Where a reference gets its value from: a schema that may call it secret, and the steps into it. */
export interface Source {
  readonly schema: unknown;
  readonly steps: readonly (string | number)[];
}

/** What schema speaks of the value of a reference, by the names it begins with. */
export type SourceOf = (reference: ExpressionReference) => Source | undefined;

/** The references of a text whose value is secret. */
export function secretsIn(
  references: readonly ExpressionReference[],
  sourceOf: SourceOf,
): ExpressionReference[] {
  return references.filter((reference) => {
    const source = sourceOf(reference);
    return source !== undefined && source.steps.length > 0 && isSecretPath(source.schema, source.steps);
  });
}
