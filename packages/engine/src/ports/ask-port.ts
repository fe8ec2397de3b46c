import type { RiskRating } from '@packwright/schema';
import type { ApprovalChannel } from '@packwright/schema/config';
import type { ActionOfPack } from '../plan/loaded-pack.ts';

/** What a person is asked to approve. */
export interface ApprovalRequest {
  readonly action: ActionOfPack;
  readonly risk: RiskRating;
  readonly reason: string;
  /** The arguments as JSON text, sensitive ones masked. */
  readonly shownArguments: string;
  /** The command line as it would be run, redacted. */
  readonly command: string;
  /** Where a person may approve. */
  readonly channels: readonly ApprovalChannel[];
  readonly signal: AbortSignal;
}

export type Approval =
  | { readonly approved: true; readonly by: string; readonly channel: ApprovalChannel }
  | { readonly approved: false; readonly reason: string };

/** Asks a person. An answer by a channel that was not offered counts as none. */
export interface AskPort {
  ask(request: ApprovalRequest): Promise<Approval>;
}
