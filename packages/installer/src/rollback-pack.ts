import { open } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import type { LockEntry } from './documents.ts';
import { InstallError } from './install-error.ts';
import { exclusively } from './store/exclusive.ts';
import { storeMark } from './store/packs-in.ts';
import { hidden, isInstalled, type Store } from './store/store.ts';
import { earlierPacks, recover, swapIn } from './store/swap.ts';
import { notInstalled, requireId } from './uninstall-pack.ts';

/**
 * Puts back what stood there before the last change; what stands there now is kept, so that a second rollback undoes
 * the first. Throws an `InstallError` when nothing is kept, or when what is kept is not what it was.
 */
export function rollbackPack(store: Store, id: string): Promise<LockEntry> {
  return exclusively(storeMark(store), `"${store.packs}"`, () => {
    recover(store);
    if (!isInstalled(store, requireId(id))) throw notInstalled(id);
    const [earlier] = earlierPacks(store, id);
    if (!earlier) {
      const hint = 'install the version you want, by name=version or by its archive';
      throw new InstallError('nothing_before', `nothing is kept from before the installed ${id}`, hint);
    }
    const { path, entry } = earlier;
    const { digest } = open(directoryTree(hidden(store, path)), { sha256: nodeSha256 });
    if (digest !== entry.digest) {
      const message = `the kept ${id} ${entry.version} has the hash ${digest ?? 'of nothing'}, not ${entry.digest}`;
      throw new InstallError(
        'hash_mismatch',
        message,
        'it was changed after it was installed; install it anew',
      );
    }
    swapIn(store, path, entry);
    return entry;
  });
}

/** What is kept of an installed pack from before, the last one first: a directory and its entry of the lock. */
export const earlierVersions = (
  store: Store,
  id: string,
): readonly { readonly root: string; readonly entry: LockEntry }[] =>
  earlierPacks(store, id).map(({ path, entry }) => ({ root: hidden(store, path), entry }));
