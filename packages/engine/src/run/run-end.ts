import type { RiskRating } from '@packwright/schema';
import type { RunResult } from './run-result.ts';

/** A run that has ended or was refused, for whoever counts. */
export interface RunEnd {
  readonly requestId: string;
  /** Null for an action that is not known. */
  readonly packId: string | null;
  /** By which policy decided; where the run did not come that far, as its author has it, and null for one that is not known. */
  readonly risk: RiskRating | null;
  readonly result: RunResult;
}
