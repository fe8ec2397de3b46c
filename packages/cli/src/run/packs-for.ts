import { join, resolve } from 'node:path';
import { type ActionOfPack, fileTrust, loadedPacks } from '@packwright/engine';
import { actOf, type Host, loadHostPacks, type RunnablePacks } from '@packwright/installer/host';
import type { Io } from '../io.ts';
import { findPacks } from '../packs/find-packs.ts';
import { loadRunnable } from '../packs/load-runnable.ts';

/** Packs of which an action may be run. */
export interface FoundPacks extends RunnablePacks {
  readonly actions: readonly ActionOfPack[];
  /** What was left out, and why, one line each. */
  readonly leftOut: readonly string[];
}

/** What the command line says of packs. */
export interface PackFlags {
  /** Paths of packs, or of directories of packs. */
  readonly pack: readonly string[];
  /** A file of trust in place of the host's. */
  readonly trust: string | undefined;
}

/** The packs that are named; without one those that are installed, or what is here where nothing says where they are. */
export async function packsFor({ pack: paths, trust }: PackFlags, host: Host, io: Io): Promise<FoundPacks> {
  const file = trust === undefined ? undefined : resolve(io.cwd, trust);
  if (paths.length > 0 || host.settings.packs_dir === undefined) {
    const found = await packsAt(paths.length > 0 ? paths : ['.'], io);
    return { ...found, trust: fileTrust(file ?? join(host.trust.state, 'trust.json')), leftOut: [] };
  }
  const { broken, ...packs } = await loadHostPacks(host.store(), host.trust, actOf(io, ''));
  const leftOut = broken.map(({ directory, reason }) => `${directory} is left out: ${reason}`);
  return { ...packs, ...(file !== undefined && { trust: fileTrust(file) }), leftOut };
}

async function packsAt(paths: readonly string[], io: Io): Promise<Pick<FoundPacks, 'set' | 'actions'>> {
  const packs = await Promise.all(findPacks(paths, io.cwd).map(loadRunnable));
  return { set: loadedPacks(packs), actions: packs.flatMap(({ actions }) => actions) };
}
