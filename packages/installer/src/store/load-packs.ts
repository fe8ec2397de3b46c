import { existsSync, readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic, OpenedPack, PackTree } from '@packwright/validator';
import { directoryTree, nodeSha256, TreeReadError } from '@packwright/validator/node';
import { openOnDemand } from '@packwright/validator/on-demand';
import { compareUtf8 } from '@packwright/values';
import { exclusively } from './exclusive.ts';
import { stampOf } from './stamp-of.ts';
import { hidden, packPlace, type Store } from './store.ts';
import { isInterrupted, recover } from './swap.ts';

/** A pack that stands in the store and that its own loader accepts. */
export interface LoadedPack {
  /** The name of its directory. */
  readonly directory: string;
  /** Absolute path of its root. */
  readonly root: string;
  readonly tree: PackTree;
  readonly opened: OpenedPack & { readonly id: string; readonly version: string; readonly digest: string };
}

/** A directory from which nothing was loaded. */
export interface BrokenPack {
  readonly directory: string;
  readonly root: string;
  /** One line. */
  readonly reason: string;
  readonly opened: OpenedPack | undefined;
}

/** The packs of a store at one moment; it does not change, a reload makes another. */
export interface LoadedPacks {
  /** By id, in UTF-8 byte order. */
  readonly packs: readonly LoadedPack[];
  readonly broken: readonly BrokenPack[];
}

/** What earlier loads found, by its root; of a pack of which nothing has changed, the next load takes that over. */
export type KnownPacks = Map<string, { readonly stamp: string; readonly loaded: LoadedPack | BrokenPack }>;

/**
 * Loads what stands in a store, after ending a change that was interrupted. A broken pack, and a second pack with an
 * id that is taken, is reported and left out; it keeps no other from loading.
 */
export async function loadPacks(store: Store, known: KnownPacks = new Map()): Promise<LoadedPacks> {
  if (!existsSync(store.packs)) return { packs: [], broken: [] };
  if (isInterrupted(store)) await exclusively(storeMark(store), `"${store.packs}"`, () => recover(store));
  const packs = new Map<string, LoadedPack>();
  const broken: BrokenPack[] = [];
  const directories = packDirectories(store);
  forgetOthers(known, new Set(directories.map((directory) => packPlace(store, directory))));
  for (const directory of directories) {
    // A daemon answers others meanwhile.
    await setImmediate();
    const loaded = await loadChanged(store, directory, known);
    const taken = 'tree' in loaded ? packs.get(loaded.opened.id) : undefined;
    if (!('tree' in loaded)) broken.push(loaded);
    else if (taken) broken.push(second(loaded, taken));
    else packs.set(loaded.opened.id, loaded);
  }
  return { packs: [...packs.values()].sort((a, b) => compareUtf8(a.opened.id, b.opened.id)), broken };
}

/** Marks the process that changes a store. */
export const storeMark = (store: Store): string => hidden(store, 'busy');

/** Directories with a manifest, as runners find them: links and names with a dot are passed over. */
function packDirectories({ packs }: Store): string[] {
  return readdirSync(packs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => existsSync(`${packs}/${name}/pack.yaml`))
    .sort(compareUtf8);
}

async function loadChanged(
  store: Store,
  directory: string,
  known: KnownPacks,
): Promise<LoadedPack | BrokenPack> {
  const root = packPlace(store, directory);
  const stamp = stampIfReadable(root);
  const before = known.get(root);
  if (before && before.stamp === stamp) return before.loaded;
  const loaded = await loadPack(store, directory);
  // The stamp is older than what was read, so that a change meanwhile is read again.
  if (stamp === undefined) known.delete(root);
  else known.set(root, { stamp, loaded });
  return loaded;
}

function stampIfReadable(root: string): string | undefined {
  try {
    return stampOf(root);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function forgetOthers(known: KnownPacks, roots: ReadonlySet<string>): void {
  for (const root of known.keys()) if (!roots.has(root)) known.delete(root);
}

/** One pack of a store, loaded or broken. */
async function loadPack(store: Store, directory: string): Promise<LoadedPack | BrokenPack> {
  const root = packPlace(store, directory);
  try {
    const tree = directoryTree(root);
    const opened = await openOnDemand(tree, { sha256: nodeSha256 });
    const { id, version, digest } = opened;
    if (id !== null && version !== null && digest !== null) {
      return { directory, root, tree, opened: { ...opened, id, version, digest } };
    }
    return { directory, root, reason: firstError(opened.diagnostics), opened };
  } catch (error) {
    if (!(error instanceof TreeReadError) && !isSystemError(error)) throw error;
    return { directory, root, reason: error.message, opened: undefined };
  }
}

function firstError(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  return first ? `${first.file}: ${first.code} ${first.message}${more}` : 'it is no pack';
}

function second({ directory, root, opened }: LoadedPack, { directory: taken }: LoadedPack): BrokenPack {
  return { directory, root, opened, reason: `its id "${opened.id}" is that of the pack in "${taken}"` };
}

const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
