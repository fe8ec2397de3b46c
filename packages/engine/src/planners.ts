import type { ActionPlanner } from './plan/action-planner.ts';

const places: ReadonlyMap<string, () => Promise<ActionPlanner>> = new Map([
  ['attune', async () => (await import('./attune/planner.ts')).attunePlanner],
  ['emisar', async () => (await import('./emisar/planner.ts')).emisarPlanner],
]);

/**
 * What a format gives to the engine, loaded with the first pack of it; undefined for a format without actions. Nobody
 * else asks which format a pack has.
 */
export const plannerOf = async (format: string): Promise<ActionPlanner | undefined> => places.get(format)?.();
