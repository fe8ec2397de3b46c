import type { ExpressionValue } from '../values/expression-value.ts';

/** What an expression can see. */
export interface ExpressionScope {
  /** By name: `parameters`, `event`, and whatever else may stand alone. */
  readonly names: ReadonlyMap<string, ExpressionValue>;
  /** What functions beside the built-in ones answer: `result`, `succeeded`. Their inputs are passed over. */
  readonly answers?: ReadonlyMap<string, ExpressionValue>;
}
