import { setImmediate } from 'node:timers/promises';
import {
  type ActionOfPack,
  type FileTrust,
  fileTrust,
  type LoadedPack,
  loadPack,
  type PackSet,
} from '@packwright/engine';
import type { Act } from '@packwright/trust';
import {
  type BrokenPack,
  type KnownPacks,
  loadPacks,
  type LoadedPack as StoredPack,
} from '../store/load-packs.ts';
import type { Store } from '../store/store.ts';
import { seeLoaded, type TrustStore, trustPath } from '../trust/trust-store.ts';

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
  const loaded = await loadPacks(store, known);
  await seeLoaded(trust, loaded.packs, act);
  const broken = [...loaded.broken];
  const packs: LoadedPack[] = [];
  const byId = new Map<string, ActionOfPack[]>();
  for (const stored of loaded.packs) {
    // A daemon answers others meanwhile.
    await setImmediate();
    const pack = runnable.get(stored) ?? (await loadRunnable(stored));
    // It changed between two looks.
    if (!pack) {
      const { directory, root, opened } = stored;
      broken.push({ directory, root, opened, reason: 'it was changed while it was loaded' });
      continue;
    }
    packs.push(pack);
    for (const action of pack.actions) byId.set(action.id, [...(byId.get(action.id) ?? []), action]);
  }
  const actions = [...byId.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    set: { find: (id) => byId.get(id) ?? [] },
    actions,
    packs,
    broken,
    trust: fileTrust(trustPath(trust)),
  };
}

/** A pack that was taken over is the same object, and what was made of it serves again. */
const runnable = new WeakMap<StoredPack, LoadedPack>();

async function loadRunnable(stored: StoredPack): Promise<LoadedPack | undefined> {
  const result = await loadPack(stored.root);
  if (!result.ok || result.pack.digest !== stored.opened.digest) return undefined;
  runnable.set(stored, result.pack);
  return result.pack;
}
