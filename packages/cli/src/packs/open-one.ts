import { InstallError } from '@packwright/installer/host';
import type { OpenedPack } from '@packwright/validator';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { findPacks } from './find-packs.ts';
import { openPack, type ReadPack } from './open-pack.ts';

/** The one pack at or under a path. Throws a `UsageError` for none or several, an `InstallError` for a refused one. */
export async function openOne(operand: string, io: Io): Promise<OpenedPack> {
  return (await readOne(operand, io)).opened;
}

/** The same, with its tree. */
export async function readOne(operand: string, io: Io): Promise<ReadPack> {
  const [pack, ...others] = findPacks([operand], io.cwd);
  if (!pack || others.length > 0) {
    throw new UsageError(`"${operand}" holds ${others.length + 1} packs`, `name one, such as ${pack?.path}`);
  }
  const read = await openPack(pack);
  if (read.opened.digest !== null) return read;
  const hint = `\`packwright validate ${pack.path}\` shows why`;
  throw new InstallError('pack_refused', `"${pack.path}" is refused`, hint, { opened: read.opened });
}
