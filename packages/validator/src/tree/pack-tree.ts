/** What stands at one path of a pack. Every link is recorded as a link; nothing here follows one out of the root. */
export type TreeEntry =
  | {
      readonly kind: 'file';
      readonly size: number;
      readonly bytes: () => Uint8Array;
      /** Whether anybody may run it; left out where nobody knows. */
      readonly isExecutable?: boolean;
    }
  | { readonly kind: 'directory' }
  | LinkEntry
  | { readonly kind: 'special'; readonly what: string };

export interface LinkEntry {
  readonly kind: 'link';
  /** The target as written in the link. */
  readonly target: string;
  /**
   * Where it leads: to a path of this tree (`to`), out of the root, to nothing, or in a circle.
   * `outside` carries `bytes` when a regular file is there, for the one loader that reads such a manifest.
   */
  readonly leads:
    | { readonly state: 'inside'; readonly to: string }
    | { readonly state: 'outside'; readonly bytes?: () => Uint8Array }
    | { readonly state: 'dangling' }
    | { readonly state: 'loop' };
}

/**
 * The files of one pack, from a directory, an archive or memory. Paths are relative, with `/`, without `.` or `..`.
 * `bytes()` may throw a `TreeReadError` when the machine cannot read the file.
 */
export interface PackTree {
  entry(path: string): TreeEntry | undefined;
  /** The names that stand directly in a directory (`''` for the root), in UTF-8 byte order; none for anything else. */
  list(directory: string): readonly string[];
  /** Why parts of the source were not taken over; such a pack is refused as a whole. */
  readonly problems: readonly TreeProblem[];
  /** What the archive holds from which the tree was made, for formats that judge archives by rules of their own. */
  readonly archive?: Archive;
}

/** An archive as it was written, before anyone judged it. */
export interface Archive {
  /** In the order of the archive. */
  readonly entries: readonly ArchiveEntry[];
  /** Of which there was more than is read of any archive. */
  readonly cut?: 'size' | 'count';
  /** What is packed better than 200 to 1: the name of a file, or empty for the archive as a whole. */
  readonly bomb?: string;
  /** What is damaged behind the entries, in words. */
  readonly damage?: string;
}

export interface ArchiveEntry {
  /** As written, without a slash at the end. */
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'hard-link' | 'pipe' | 'device' | 'unknown';
  readonly size: number;
  readonly bytes: () => Uint8Array;
  /** Where a link leads, as written; empty for anything else. */
  readonly target: string;
  /** Whether anybody may run it; left out where the archive does not say. */
  readonly isExecutable?: boolean;
}

export interface TreeProblem {
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** The machine refused to read a file that is there (permissions, I/O). */
export class TreeReadError extends Error {
  readonly code = 'tree_read';
  readonly path: string;
  /** Why, without the path: `permission denied`. */
  readonly reason: string;

  constructor(path: string, cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause);
    // The system puts its own code before the reason, and the whole path of the host behind it.
    const reason = words.replace(/^[A-Z0-9]+: (.*?), .*$/s, '$1');
    super(`cannot read ${path}: ${reason}`, { cause });
    this.name = 'TreeReadError';
    this.path = path;
    this.reason = reason;
  }
}
