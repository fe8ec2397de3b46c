import { basename } from 'node:path';
import type { OpenedPack, PackTree } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { openOnDemand } from '@packwright/validator/on-demand';
import { type BrokenPack, type LoadOne, type PackPlace, packsIn } from './packs-in.ts';
import type { Store } from './store.ts';

/** A pack that stands in the store and that its own loader accepts. */
export interface LoadedPack extends PackPlace {
  readonly tree: PackTree;
  readonly opened: OpenedPack & { readonly id: string; readonly version: string; readonly digest: string };
}

/** The packs of a store at one moment; it does not change, another load makes another. */
export interface LoadedPacks {
  /** By id, in UTF-8 byte order. */
  readonly packs: readonly LoadedPack[];
  readonly broken: readonly BrokenPack[];
}

/** Loads what stands in a store, with all that was read of it, as `packsIn` does. */
export const loadPacks = (store: Store): Promise<LoadedPacks> => packsIn(store, loadOne);

const loadOne: LoadOne<LoadedPack> = async (root) => {
  const tree = directoryTree(root);
  const opened = await openOnDemand(tree, { sha256: nodeSha256, verdictOnly: true });
  const { id, version, digest, diagnostics } = opened;
  if (id === null || version === null || digest === null) return { diagnostics };
  return { id, pack: { directory: basename(root), root, tree, opened: { ...opened, id, version, digest } } };
};
