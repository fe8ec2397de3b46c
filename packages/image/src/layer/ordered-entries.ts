import { compareUtf8 } from '@packwright/values';
import type { ImageEntry } from '../image-entry.ts';
import { ImageError } from '../image-error.ts';

/** The entries and all directories above them, in the order of their paths' UTF-8 bytes, so that parents come first. */
export function orderedEntries(entries: Iterable<ImageEntry>): readonly ImageEntry[] {
  const byPath = new Map<string, ImageEntry>();
  for (const entry of entries) {
    requirePath(entry.path);
    if (byPath.has(entry.path)) throw new ImageError('path', entry.path, 'stands twice');
    byPath.set(entry.path, entry);
  }
  for (const path of [...byPath.keys()]) addParents(byPath, path);
  return [...byPath.values()].sort((a, b) => compareUtf8(a.path, b.path));
}

function addParents(byPath: Map<string, ImageEntry>, path: string): void {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const parent = path.slice(0, end);
    const there = byPath.get(parent);
    if (there?.kind === 'directory') return;
    if (there) throw new ImageError('path', path, `lies below "${parent}", which is no directory`);
    byPath.set(parent, { kind: 'directory', path: parent });
  }
}

function requirePath(path: string): void {
  const isSafe = path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!isSafe || path.includes('\0')) throw new ImageError('path', path, 'is no path inside the image');
}
