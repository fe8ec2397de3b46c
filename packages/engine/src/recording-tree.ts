import type { PackTree, TreeEntry } from '@packwright/validator';
import { sha256 } from './sha256.ts';

/** A tree that keeps the bytes of every file once it was read, and says which files those were. */
export interface RecordingTree {
  readonly tree: PackTree;
  /** Lowercase hex SHA-256 by path; grows as files are read. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads every file at most once, so that what was hashed, judged and planned is the same. */
export function recordingTree(tree: PackTree): RecordingTree {
  const files = new Map<string, string>();
  const kept = new Map<string, Uint8Array>();
  const read = (path: string, bytes: () => Uint8Array): Uint8Array => {
    const known = kept.get(path);
    if (known) return known;
    const fresh = bytes();
    kept.set(path, fresh);
    files.set(path, sha256(fresh));
    return fresh;
  };
  const entry = (path: string): TreeEntry | undefined => {
    const found = tree.entry(path);
    if (found?.kind !== 'file') return found;
    return { ...found, bytes: () => read(path, found.bytes) };
  };
  return { tree: { ...tree, entry, list: (directory) => tree.list(directory) }, files };
}
