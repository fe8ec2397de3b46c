/** What is wrong with an entry, as specs/evershell 1.10 calls it. */
export type FaultKind =
  | 'unknown_entry'
  | 'entry_wrong_kind'
  | 'duplicate_entry'
  | 'ambiguous_entry'
  | 'unsafe_entry'
  | 'path_invalid'
  | 'pack_too_large'
  | 'archive_bomb'
  | 'archive_damaged'
  | 'symlink_escape'
  | 'symlink_dangling'
  | 'symlink_cycle'
  | 'symlink_absolute';

export interface ContentFault {
  readonly kind: FaultKind;
  /** The path in the pack; empty for what has none. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** One entry of a pack as it is packed: a normal path, and one of two modes. */
export interface ContentEntry {
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link';
  /** Whether its mode says that it can be run; asked for only when it is packed. */
  readonly isMarkedExecutable: () => boolean;
  /** Of a file; 0 for anything else. */
  readonly size: number;
  /** May throw a `TreeReadError`; empty for anything but a file. */
  readonly bytes: () => Uint8Array;
  /** Of a link, as written. */
  readonly target: string;
}

/** What a pack holds once it is normalised, and what is wrong with what was given. */
export interface Content {
  /** In UTF-8 order of the paths; directories come before what is in them. */
  readonly entries: readonly ContentEntry[];
  /** What systems left behind, which is not packed. */
  readonly stripped: readonly string[];
  readonly faults: readonly ContentFault[];
}
