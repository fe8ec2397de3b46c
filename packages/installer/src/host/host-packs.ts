import {
  type ActionOfPack,
  type FileTrust,
  fileTrust,
  type LoadedPack,
  loadPack,
  type PackSet,
} from '@packwright/engine';
import type { Act } from '@packwright/trust';
import { type BrokenPack, type Known, type LoadOne, packsIn } from '../store/packs-in.ts';
import type { Store } from '../store/store.ts';
import { seeLoaded, type TrustStore, trustPath } from '../trust/trust-store.ts';

/** What earlier loads of a host found. */
export type KnownPacks = Known<LoadedPack>;

/** The packs of a host as a runner takes them: a set that never changes, and trust that is looked at for every run. */
export interface HostPacks {
  readonly set: PackSet;
  /** Sorted by id. */
  readonly actions: readonly ActionOfPack[];
  /** Sorted by id, those without actions too. */
  readonly packs: readonly LoadedPack[];
  /** What was left out, and why; it keeps nothing else from running. */
  readonly broken: readonly BrokenPack[];
  readonly trust: FileTrust;
}

/**
 * Loads what stands in a store and takes note of its bytes. Runs that were begun with an earlier answer keep it; a
 * reload is another call, which takes over from `known` what has not changed. Whether a pack may run is never decided
 * here.
 */
export async function loadHostPacks(
  store: Store,
  trust: TrustStore,
  act: Act,
  known?: KnownPacks,
): Promise<HostPacks> {
  const { packs, broken } = await packsIn(store, loadRunnable, known);
  await seeLoaded(trust, packs, act);
  const byId = new Map<string, ActionOfPack[]>();
  for (const action of packs.flatMap((pack) => pack.actions))
    byId.set(action.id, [...(byId.get(action.id) ?? []), action]);
  const actions = [...byId.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    set: { find: (id) => byId.get(id) ?? [] },
    actions,
    packs,
    broken,
    trust: fileTrust(trustPath(trust)),
  };
}

/** Keeps what runs need, and nothing of how it was read. */
const loadRunnable: LoadOne<LoadedPack> = async (root) => {
  const result = await loadPack(root);
  return result.ok ? { id: result.pack.id, pack: result.pack } : result;
};
