import type { Expression } from '../expression/compile-expression.ts';

/** A value that is written in the list, or computed for each request. */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'computed'; readonly expression: Expression };

/** Named values, in the order of the author. */
export type NamedValues = readonly (readonly [name: string, value: Value])[];

export interface AuthChange {
  readonly kind: 'auth';
  readonly credential: string;
  /** Null for those of the credential. */
  readonly scopes: readonly string[] | null;
}

/** Names in lower case. */
export interface HeaderChange {
  readonly kind: 'headers';
  readonly set: NamedValues;
  readonly add: NamedValues;
  readonly remove: readonly string[];
}

export interface QueryChange {
  readonly kind: 'query';
  readonly set: NamedValues;
  readonly add: NamedValues;
  readonly remove: readonly string[];
}

export interface PathChange {
  readonly kind: 'path';
  readonly stripPrefix: string | null;
  readonly addPrefix: string | null;
  readonly replace: Value | null;
}

/** Names are JSON Pointers. */
export interface BodyChange {
  readonly kind: 'body';
  readonly set: NamedValues;
  readonly remove: readonly string[];
}

export type Change = AuthChange | HeaderChange | QueryChange | PathChange | BodyChange;

/** A compiled change to admitted requests (specs/evershell 3.10). */
export interface Transform {
  /** The author's name, or `t` and its position. */
  readonly name: string;
  /** The rules it applies to, by position; null for all. */
  readonly rules: ReadonlySet<number> | null;
  readonly change: Change;
}

/** Whether a transform or a counter applies to a rule. */
export function appliesTo({ rules }: { readonly rules: ReadonlySet<number> | null }, rule: number): boolean {
  return rules === null || rules.has(rule);
}

/** Whether two of them share a rule. */
export function shareRule(
  a: { readonly rules: ReadonlySet<number> | null },
  b: { readonly rules: ReadonlySet<number> | null },
): boolean {
  const { rules } = a;
  return rules === null || b.rules === null || [...b.rules].some((rule) => rules.has(rule));
}

/** The values that a change computes or writes. */
function valuesOf(change: Change): readonly Value[] {
  if (change.kind === 'auth') return [];
  if (change.kind === 'path') return change.replace ? [change.replace] : [];
  const added = change.kind === 'body' ? [] : change.add;
  return [...change.set, ...added].map(([, value]) => value);
}

/** The names of the secrets that a change takes, each once. */
export function secretsOfChange(change: Change): readonly string[] {
  const names = valuesOf(change).flatMap((value) =>
    value.kind === 'computed' ? value.expression.secrets : [],
  );
  return [...new Set(names)];
}
