import type { ActionOfPack, LoadedPack } from '../plan/loaded-pack.ts';
import type { PackSet } from './pack-set.ts';

/** The packs that are given, with their actions by id. */
export function loadedPacks(packs: readonly LoadedPack[]): PackSet {
  const byId = new Map<string, ActionOfPack[]>();
  for (const action of packs.flatMap(({ actions }) => actions)) {
    byId.set(action.id, [...(byId.get(action.id) ?? []), action]);
  }
  return { find: (actionId) => byId.get(actionId) ?? [] };
}
