import type { Archive } from '../../tree/pack-tree.ts';
import type { ContentEntry, ContentFault } from './content.ts';
import { LIMITS, MANIFEST } from './limits.ts';

const shown = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const SMALLER = 'leave out what the agent does not use';

/** What is too large or too much (specs/evershell 1.2); the count is that of what was given. */
export function* sizeFaults(
  entries: readonly ContentEntry[],
  count: number,
  archive: Archive | undefined,
): Generator<ContentFault> {
  const bomb = archive?.bomb;
  if (bomb !== undefined) {
    const message = `${bomb === '' ? 'the archive' : JSON.stringify(bomb)} is packed better than 200 to 1`;
    yield { kind: 'archive_bomb', path: '', message, hint: 'pack real content' };
  }
  if (count > LIMITS.entries) {
    const message = `the pack has more than ${LIMITS.entries} entries`;
    yield { kind: 'archive_bomb', path: '', message, hint: SMALLER };
  }
  if (archive?.damage !== undefined) {
    const message = `the archive is damaged: ${archive.damage}`;
    yield { kind: 'archive_damaged', path: '', message, hint: 'pack it again' };
  }
  let total = 0;
  for (const { path, size } of entries) {
    total += size;
    if (path === MANIFEST && size > LIMITS.manifestBytes) {
      const message = `"${path}" has ${size} bytes, more than ${LIMITS.manifestBytes}`;
      yield { kind: 'pack_too_large', path, message, hint: 'keep what the agent reads in guides/' };
    }
    if (size > LIMITS.fileBytes) {
      const message = `"${path}" has ${shown(size)}, more than ${shown(LIMITS.fileBytes)}`;
      yield { kind: 'archive_bomb', path, message, hint: SMALLER };
    }
  }
  if (total > LIMITS.contentBytes || archive?.cut === 'size') {
    const message = `the pack weighs more than ${LIMITS.contentBytes} bytes`;
    yield { kind: 'pack_too_large', path: '', message, hint: SMALLER };
  }
}
