import type { PlanRefusal } from './plan-result.ts';

/** What an action needs of a machine, as far as it can be told without its arguments. */
export interface ActionNeeds {
  /** The program that is started, by name or path; null where it comes with the pack, or nothing is started. */
  readonly program: string | null;
  /** The user it runs as; null for that of the runner. */
  readonly user: string | null;
  /** Why it does not run here, whatever the arguments; null where nothing stands against it. */
  readonly refusal: PlanRefusal | null;
}
