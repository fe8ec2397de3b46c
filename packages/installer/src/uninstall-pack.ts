import { InstallError } from './install-error.ts';
import { exclusively } from './store/exclusive.ts';
import { storeMark } from './store/packs-in.ts';
import { isInstalled, type Store } from './store/store.ts';
import { recover, swapOut } from './store/swap.ts';

/** Takes an installed pack away, with its earlier versions. What the host knows of trust stays. */
export function uninstallPack(store: Store, id: string): Promise<void> {
  return exclusively(storeMark(store), `"${store.packs}"`, () => {
    recover(store);
    if (!isInstalled(store, requireId(id))) throw notInstalled(id);
    swapOut(store, id);
  });
}

/** The id, when it is one; never a path that leads elsewhere. */
export function requireId(id: string): string {
  if (/^[a-z0-9][a-z0-9._-]*$/i.test(id)) return id;
  throw new InstallError('name_unsafe', `"${id}" is no id of a pack`, '`packwright list` shows the ids');
}

/** That there is no such pack. */
export const notInstalled = (id: string): InstallError =>
  new InstallError('not_installed', `${id} is not installed`, '`packwright list` shows what is');
