import { topLevelKeys } from '../../recognise.ts';
import { readText } from '../../structure/read-text.ts';
import { type MemoryEntry, memoryTree } from '../../tree/memory-tree.ts';
import type { Archive, ArchiveEntry, PackTree } from '../../tree/pack-tree.ts';
import { claimsManifest } from '../claims.ts';
import { entryPath } from './entry-path.ts';
import { isLeftBehind } from './left-behind.ts';
import { MANIFEST } from './limits.ts';
import { pathFault } from './path-fault.ts';

/** The pack in an archive; undefined for an archive that holds no content pack (specs/evershell 1.6). */
export function unpack(archive: Archive): PackTree | undefined {
  const entries = withoutWrapper(archive.entries.map((entry) => ({ ...entry, name: entryPath(entry.name) })));
  const manifest = entries.find(({ name, kind }) => name === MANIFEST && kind === 'file');
  if (!manifest || !claimsManifest(topLevelKeys(readText(manifest.bytes()).source.text))) return undefined;
  return { ...memoryTree(contents(entries)), archive: { ...archive, entries } };
}

/**
 * What lies in the one directory of an archive that holds nothing else, if it is a pack: the archives of code hosts and
 * of desktops are made so. Never twice.
 */
function withoutWrapper(entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
  const kept = entries.filter(({ name }) => name !== '' && name !== '.' && !isLeftBehind(name));
  const [first = ''] = kept[0]?.name.split('/') ?? [];
  const prefix = `${first}/`;
  const isWrapped = kept.every(({ name, kind }) =>
    name === first ? kind === 'directory' : name.startsWith(prefix),
  );
  if (!isWrapped || !kept.some(({ name }) => name === prefix + MANIFEST)) return entries;
  return entries.flatMap((entry) => {
    if (entry.name === first) return [];
    // What systems left beside the wrapper stays, to be reported.
    if (!entry.name.startsWith(prefix)) return [entry];
    const isHardLink = entry.kind === 'hard-link' && entryPath(entry.target).startsWith(prefix);
    const target = isHardLink ? entryPath(entry.target).slice(prefix.length) : entry.target;
    return [{ ...entry, name: entry.name.slice(prefix.length), target }];
  });
}

/** What stands under each path first; what has no path in a pack is left out. */
function contents(entries: readonly ArchiveEntry[]): ReadonlyMap<string, MemoryEntry> {
  const found = new Map<string, MemoryEntry>();
  for (const { name, kind, bytes, target } of entries) {
    if (name === '' || pathFault(name) !== undefined || found.has(name)) continue;
    if (kind === 'file') found.set(name, bytes());
    if (kind === 'directory') found.set(name, { directory: true });
    if (kind === 'link') found.set(name, { link: target });
  }
  return found;
}
