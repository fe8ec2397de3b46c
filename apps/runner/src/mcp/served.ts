import type { OpenHost } from '@packwright/installer/host';
import type { ActionIndex } from '../search/action-index.ts';
import type { Approvals } from './approvals.ts';
import type { RunBook } from './run-book.ts';
import type { ToolChoice } from './toolbox.ts';

/** What all connections share. Read anew for every call, so that `host` and `index` may be replaced by a reload. */
export interface Served {
  readonly host: OpenHost;
  readonly index: ActionIndex;
  readonly approvals: Approvals;
  readonly runs: RunBook;
  readonly version: string;
  readonly tools: ToolChoice;
}
