import { compareUtf8 } from '@packwright/values';
import type { PackTree, TreeEntry, TreeProblem } from './pack-tree.ts';
import { followLink } from './resolve-path.ts';

/** One entry of a pack that is held in memory; text is taken as UTF-8. */
export type MemoryEntry = string | Uint8Array | { readonly link: string } | { readonly directory: true };

/** A pack from an object literal: paths to contents. Directories above a path come by themselves. */
export function memoryTree(
  entries: Readonly<Record<string, MemoryEntry>> | ReadonlyMap<string, MemoryEntry>,
  problems: readonly TreeProblem[] = [],
): PackTree {
  const held = new Map<string, MemoryEntry>(isMap(entries) ? entries : Object.entries(entries));
  const children = new Map<string, Set<string>>([['', new Set()]]);
  for (const path of held.keys()) {
    for (let at = path; at !== ''; ) {
      const slash = at.lastIndexOf('/');
      const parent = slash < 0 ? '' : at.slice(0, slash);
      const names = children.get(parent) ?? new Set();
      children.set(parent, names.add(at.slice(slash + 1)));
      at = parent;
    }
  }
  const isDirectory = (path: string): boolean => children.has(path) || isDirectoryEntry(held.get(path));
  const probe = (path: string): { target: string } | 'other' | undefined => {
    const entry = held.get(path);
    if (isLink(entry)) return { target: entry.link };
    return entry !== undefined || isDirectory(path) ? 'other' : undefined;
  };
  return {
    problems,
    entry(path): TreeEntry | undefined {
      const entry = held.get(path);
      if (isLink(entry)) {
        return { kind: 'link', target: entry.link, leads: followLink(path, probe, () => undefined) };
      }
      if (typeof entry === 'string' || entry instanceof Uint8Array) {
        const bytes = typeof entry === 'string' ? new TextEncoder().encode(entry) : entry;
        return { kind: 'file', size: bytes.length, bytes: () => bytes };
      }
      return isDirectory(path) ? { kind: 'directory' } : undefined;
    },
    list: (directory) => [...(children.get(directory) ?? [])].sort(compareUtf8),
  };
}

function isMap(entries: object): entries is ReadonlyMap<string, MemoryEntry> {
  return entries instanceof Map;
}

function isLink(entry: MemoryEntry | undefined): entry is { readonly link: string } {
  return typeof entry === 'object' && 'link' in entry;
}

function isDirectoryEntry(entry: MemoryEntry | undefined): boolean {
  return typeof entry === 'object' && 'directory' in entry;
}
