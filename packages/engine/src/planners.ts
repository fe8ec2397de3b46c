import { attunePlanner } from './attune/planner.ts';
import { emisarPlanner } from './emisar/planner.ts';
import type { ActionPlanner } from './plan/action-planner.ts';

/** What each format gives to the engine. Nobody else asks which format a pack has. */
export const planners: readonly ActionPlanner[] = [attunePlanner, emisarPlanner];
