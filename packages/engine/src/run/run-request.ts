import type { PlanOptions } from '../plan/plan-result.ts';
import type { RunEvent } from './run-event.ts';

/** One run that somebody asks for. */
export interface RunRequest {
  readonly actionId: string;
  /** The pack it has to come from, by id, for a host on which several have the action. */
  readonly packId?: string;
  /** The digest that the caller has seen; other bytes are refused. */
  readonly digest?: string;
  /** One JSON object. */
  readonly argumentsJson: string;
  /** Why; a blank one is refused. */
  readonly reason: string;
  readonly options?: PlanOptions;
  /** Who asks, so that one who asks for much keeps no other waiting; all who do not say are one. */
  readonly client?: string;
  /** Ends up in the journal, so that an order can be found again. */
  readonly requestId?: string;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}
