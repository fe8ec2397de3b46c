import type { Expression } from '../expression/compile-expression.ts';

/** A compiled counter (specs/evershell 3.12). Amounts are whole numbers from 0. */
export interface Counter {
  readonly name: string;
  readonly limit: number;
  readonly scope: 'workspace' | 'task';
  /** What a request costs: a number, or what an expression says. */
  readonly debit: number | Expression;
  /** What is reserved; null for what the debit says of the request alone. */
  readonly ceiling: number | null;
  /** Length of the stretches after which use starts again; null for none. */
  readonly windowSeconds: number | null;
  /** The rules it applies to, by position; null for all. */
  readonly rules: ReadonlySet<number> | null;
}
