import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { MachineError } from '../machine-error.ts';
import { sameBytes } from './editable-file.ts';

/** Replaces the bytes of a regular file in one step, its mode kept; a reader sees the old bytes or the new ones. */
export function writeAtomically(file: string, oldBytes: Uint8Array, newBytes: Uint8Array): void {
  const stats = lstatSync(file);
  if (!stats.isFile() || !sameBytes(readFileSync(file), oldBytes)) {
    throw new MachineError(
      'changed_meanwhile',
      `"${file}" was changed while it was being fixed; nothing was written to it`,
    );
  }
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, newBytes, { flag: 'wx', mode: stats.mode, flush: true });
    // The mask of the process may have taken bits away.
    chmodSync(temporary, stats.mode);
    keepOwner(temporary, stats);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function keepOwner(file: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  if (lstatSync(file).uid === uid && lstatSync(file).gid === gid) return;
  try {
    chownSync(file, uid, gid);
  } catch {
    // Only root may give files away; anyone else keeps the new file, as with any editor.
  }
}
