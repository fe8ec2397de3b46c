import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shownPlace } from '@packwright/validator/node';
import { closest } from '@packwright/values';
import { InstallError } from '../install-error.ts';
import type { Store } from '../store/store.ts';
import type { Host } from './host.ts';

/**
 * The store of a host, for who serves it: its directory has to be there, or a slip in its name would look like a host
 * without packs. Throws an `InstallError` where it cannot be read, with the closest name that is there. `cwd` is an
 * absolute path.
 */
export function standingStore(host: Pick<Host, 'store'>, cwd: string): Store {
  const store = host.store();
  try {
    readdirSync(store.packs);
    return store;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === undefined ? undefined : WHY[code];
    const meant = code === 'ENOENT' ? closestDirectory(store.packs) : undefined;
    throw new InstallError(
      'packs_dir_gone',
      `"${shownPlace(store.packs, cwd)}" ${why ?? `cannot be read: ${message}`}`,
      meant === undefined
        ? 'name the directory in which packs are installed'
        : `did you mean "${shownPlace(meant, cwd)}"?`,
      { cause },
    );
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is no directory of packs',
};

/** That no pack stands in a store, and what may have been meant; undefined where one does, be it a broken one. */
export function emptyNotice(
  { packs: place }: Pick<Store, 'packs'>,
  { packs, broken }: { readonly packs: readonly unknown[]; readonly broken: readonly unknown[] },
): string | undefined {
  if (packs.length > 0 || broken.length > 0) return undefined;
  return existsSync(join(place, 'pack.yaml'))
    ? `"${place}" is itself a pack; name the directory in which it stands`
    : `no pack is installed in "${place}"`;
}

function closestDirectory(place: string): string | undefined {
  const parent = dirname(place);
  try {
    const names = readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const name = closest(basename(place), names);
    return name === undefined ? undefined : join(parent, name);
  } catch {
    return undefined;
  }
}
