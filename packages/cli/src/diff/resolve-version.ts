import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackTree } from '@packwright/validator';
import { readTree } from '@packwright/validator/node';
import { isArchive, shownPath } from '../packs/find-packs.ts';
import { isSystemError } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';

/** One version of a pack, as the command line names it. */
export interface PackVersion {
  /** From the working directory, with `/`. */
  readonly path: string;
  readonly tree: PackTree;
}

/** The version that an operand names: the directory of a pack, or an archive. Throws a `UsageError` for anything else. */
export async function resolveVersion(operand: string, cwd: string): Promise<PackVersion> {
  const location = resolve(cwd, operand);
  if (!isPack(operand, location)) {
    throw new UsageError(`"${operand}" is not a pack`, 'name the directory of a pack, or an archive of one');
  }
  return { path: shownPath(location, cwd), tree: await readTree(location) };
}

function isPack(operand: string, location: string): boolean {
  try {
    const stats = statSync(location);
    return stats.isFile() ? isArchive(location) : statSync(join(location, 'pack.yaml')).isFile();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' && !error.message.includes('pack.yaml'))
      throw new UsageError(`"${operand}" does not exist`);
    return false;
  }
}
