import type { Span } from '../../../source/span.ts';
import type { Budget } from '../evaluation/budget.ts';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionObject, ExpressionValue } from '../values/expression-value.ts';
import type { Kinds } from '../values/kind.ts';

/** What a function takes at one place. */
export interface Parameter {
  readonly name: string;
  readonly kinds: Kinds;
}

/** One call in progress: what it may cost, and where to point when it fails. */
export interface Call {
  readonly budget: Budget;
  readonly at: Span;
}

/** A function of the language. `run` gets as many inputs as it takes, each of a kind that its parameter allows. */
export interface BuiltIn {
  readonly parameters: readonly Parameter[];
  /** How many of the parameters may be left out, from the end. */
  readonly optional?: number;
  readonly returns: Kinds;
  /** One sentence for hovers. */
  readonly summary: string;
  readonly run: (inputs: readonly ExpressionValue[], call: Call) => ExpressionValue;
}

export const parameter = (name: string, kinds: Kinds): Parameter => ({ name, kinds });

export const fail = (code: ExpressionError['code'], message: string, { at }: Call): never => {
  throw new ExpressionError(code, message, at);
};

// The kinds have been checked by then, so these only tell TypeScript.
export const asText = (value: ExpressionValue | undefined): string => value as string;
export const asList = (value: ExpressionValue | undefined): readonly ExpressionValue[] =>
  value as readonly ExpressionValue[];
export const asObject = (value: ExpressionValue | undefined): ExpressionObject => value as ExpressionObject;
export const asInteger = (value: ExpressionValue | undefined): bigint => value as bigint;
export const given = (value: ExpressionValue | undefined): ExpressionValue => value ?? null;
