import type { OpenedPack, PackTree } from '@packwright/validator';
import type { ActionNeeds } from './action-needs.ts';
import type { HostSettings } from './host-settings.ts';
import type { PlanOptions, PlanResult } from './plan-result.ts';

/** A pack that was opened without errors, and where it lies. */
export interface PackSource {
  /** Absolute path of its directory. */
  readonly directory: string;
  readonly tree: PackTree;
  readonly opened: OpenedPack;
}

/** An action of a sound pack, ready to be planned. */
export interface PlannableAction {
  readonly id: string;
  /** Ready calls for people to pick from; the arguments as JSON text. */
  readonly examples: readonly { readonly title: string; readonly argumentsJson: string }[];
  /** What a caller may send, as a JSON Schema for models and forms; `plan` stays the judge. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
  /** What it needs of this machine; looks at the host, changes nothing. */
  needs(host: HostSettings): ActionNeeds | Promise<ActionNeeds>;
  /** JSON Schema 2020-12 of the structured result of a success, which every such result fits; null for none. */
  readonly outputSchema: Readonly<Record<string, unknown>> | null;
  /** What would be run for these arguments; looks at the host, changes nothing, never throws for what a caller sent. */
  plan(argumentsJson: string, options: PlanOptions, host: HostSettings): PlanResult | Promise<PlanResult>;
}

/** What a format gives to the engine: its entry in the table of planners, and the only one who reads its documents. */
export interface ActionPlanner {
  /** The actions of a pack that can be run, in any order. */
  load(pack: PackSource): readonly PlannableAction[];
}
