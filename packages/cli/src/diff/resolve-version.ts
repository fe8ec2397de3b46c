import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTree, shownPath } from '@packwright/validator/node';
import { type HostFlags, hostOf } from '../host/host.ts';
import type { Io } from '../io.ts';
import { isArchive } from '../packs/find-packs.ts';
import { installedPlace, isPath } from '../packs/operand.ts';
import { isSystemError } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';
import { hostVersion, isHostVersion } from './host-version.ts';
import type { PackVersion } from './pack-version.ts';

/**
 * The version that an operand names: the directory of a pack, an archive, or bytes that the host holds. Throws a
 * `UsageError` for anything else.
 */
export async function resolveVersion(operand: string, flags: HostFlags, io: Io): Promise<PackVersion> {
  const location = resolve(io.cwd, operand);
  const stats = statIfThere(location);
  if (!isPath(operand) && isHostVersion(operand)) {
    const host = await hostOf(flags, io);
    if (!stats || (await installedPlace(operand, host, io))) return hostVersion(operand, host);
  }
  if (!stats) throw new UsageError(`"${operand}" does not exist`);
  if (stats.isFile() ? isArchive(location) : statIfThere(join(location, 'pack.yaml'))?.isFile())
    return { path: shownPath(location, io.cwd), tree: await readTree(location) };
  throw new UsageError(`"${operand}" is not a pack`, 'name the directory of a pack, or an archive of one');
}

function statIfThere(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}
