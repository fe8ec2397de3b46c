import type { JournalEventType } from '../ports/journal-port.ts';
import type { RunStatus } from './run-result.ts';

/** Why a run does not start. */
export interface Refusal {
  readonly status: RunStatus;
  readonly event: JournalEventType;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Says no, with what a caller and the journal are told. */
export const refuse = (
  status: RunStatus,
  event: JournalEventType,
  message: string,
  hint?: string,
): { readonly refusal: Refusal } => ({ refusal: { status, event, message, hint } });
