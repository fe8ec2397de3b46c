import type { Archive, ArchiveEntry } from './pack-tree.ts';
import { READING } from './reading-limits.ts';
import { DamagedTar, tarEntries } from './tar-entries.ts';

/** What a tar file holds, up to the first thing that is damaged. */
export function readTar(tar: Uint8Array): Archive {
  const entries: ArchiveEntry[] = [];
  try {
    for (const { name, kind, bytes, target, isExecutable } of tarEntries(tar)) {
      entries.push({ name, kind, size: bytes.length, bytes: () => bytes, target, isExecutable });
      if (entries.length === READING.entries) return { entries, cut: 'count' };
    }
  } catch (error) {
    if (!(error instanceof DamagedTar)) throw error;
    return { entries, damage: error.message };
  }
  return { entries };
}
