import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { LoadedPack } from '@packwright/engine';
import { type Host, InstallError, loadPacks } from '@packwright/installer/host';
import type { Io } from '../io.ts';
import { loadRunnable } from '../packs/load-runnable.ts';
import { installedPlace, isPath } from '../packs/operand.ts';

/** A pack that is asked about. */
export interface ChosenPack {
  readonly pack: LoadedPack;
  /** Whether it stands among the installed packs, where nothing may be written. */
  readonly isInstalled: boolean;
}

/** The pack at a path, or installed under an id. */
export async function chosenPack(operand: string, host: Host, io: Io): Promise<ChosenPack> {
  const place = await installedPlace(operand, host, io);
  if (place !== undefined)
    return { pack: await loadRunnable({ path: operand, location: place }), isInstalled: true };
  const path = resolve(io.cwd, operand);
  if (!isPath(operand) && !existsSync(path)) {
    throw new InstallError('not_installed', `${operand} is not installed`, '`packwright list` shows what is');
  }
  const packs = host.settings.packs_dir === undefined ? undefined : host.store().packs;
  const pack = await loadRunnable({ path: operand, location: path });
  return { pack, isInstalled: dirname(path) === packs };
}

/** Every installed pack that loads; none where nothing says where they are. */
export async function installedPacks(host: Host): Promise<readonly ChosenPack[]> {
  if (host.settings.packs_dir === undefined) return [];
  const { packs } = await loadPacks(host.store());
  return Promise.all(
    packs.map(async ({ opened, root }) => ({
      pack: await loadRunnable({ path: opened.id, location: root }),
      isInstalled: true,
    })),
  );
}
