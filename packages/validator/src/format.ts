import type { ImageEntry } from '@packwright/image';
import type { PackView } from '@packwright/schema/views';
import type { Sha256Factory } from '@packwright/values';
import type { Change } from './changes/change.ts';
import type { Diagnostic, Location } from './diagnostics/diagnostic.ts';
import type { SourceText } from './source/source-text.ts';
import type { Span } from './source/span.ts';
import type { RuleInfo } from './structure/rule-info.ts';
import type { Archive, PackTree } from './tree/pack-tree.ts';

/** What `open` knows of a pack. */
export interface OpenedPack {
  /** The format whose pack this is, or null when no format claims it. */
  readonly format: string | null;
  /** Which reading of its format it was judged by; null for a format that has only one. */
  readonly profile: string | null;
  /** As far as they could be read, also from a refused pack. */
  readonly id: string | null;
  readonly version: string | null;
  /** All problems, by file and position. Without an error the format's own loader accepts the pack. */
  readonly diagnostics: readonly Diagnostic[];
  /** `sha256:<hex>` as the format defines it; null for a refused pack. */
  readonly digest: string | null;
  /** The read model; null for a refused pack. */
  readonly view: PackView | null;
  /** The names this pack claims for itself among all packs that are loaded together. */
  readonly names: readonly ClaimedName[];
  /** What this pack names of other packs. */
  readonly references: readonly ForeignReference[];
  /** The text of every file that was read; of one that is not text, what can be shown of it. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** A name of a pack, or of something in it. */
export interface ClaimedName {
  /** What it names, as an author would say: `pack id`. */
  readonly what: string;
  readonly name: string;
  readonly at: Location;
  /** The code of a second claim; left out where packs loaded together may both use the name. */
  readonly code?: string;
}

/** A place where a pack names something of another pack. */
export interface ForeignReference {
  /** What it names, and by which name: `action`, `chat.post`. */
  readonly what: string;
  readonly name: string;
  /** The claim of the pack it belongs to; nothing is said where no pack makes it. */
  readonly owner: { readonly what: string; readonly name: string };
  readonly at: Location;
  /** The code for a pack that does not have it. */
  readonly code: string;
}

/** What the caller of `open` may choose. */
export interface OpenOptions {
  /** The SHA-256 to use; the portable one by default. */
  readonly sha256?: Sha256Factory;
  /** Leave out the rules that only warn, for those who ask no more than whether the pack is accepted. */
  readonly verdictOnly?: boolean;
  /** Also judge by the review bar of the public registry. */
  readonly audience?: 'registry';
  /** The reading of its format by which to judge the pack, for formats that have several; else the pack itself tells. */
  readonly profile?: string;
}

/** A manifest as text, before anyone knows whose it is. */
export interface Manifest {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly source: SourceText;
}

/** What a format reads a pack from. */
export interface ReadablePack {
  readonly tree: PackTree;
  readonly manifest: Manifest;
  readonly options: OpenOptions;
}

/** A shell program of a pack, for those who let a shell parse it. */
export interface PackScript {
  /** The program that reads it, without its directory. */
  readonly interpreter: string;
  readonly bytes: Uint8Array;
  /** The file it stands in, and the text of that file. */
  readonly file: string;
  readonly text: SourceText;
  /** The line of the file on which its first line stands, or the span of all of it where lines cannot be told apart. */
  readonly at: number | Span;
}

/** What a static registry takes of a pack. */
export interface PublishedPack {
  /** What the digest covers, by the names and as often as it does. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What the catalog says of the pack beside its id, version, hash and address. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/** Enough of a format to judge its packs. */
export interface Judge {
  readonly id: string;
  readonly title: string;
  /** The readings of the format between which a pack tells by its signs; none where there is only one. */
  readonly profiles: readonly string[];
  /** The top-level keys that a manifest of this format begins with, at the least. */
  readonly firstKeys: readonly string[];
  /** Whether a manifest with these top-level keys belongs to this format. At most one format says so. */
  claims(keys: ReadonlySet<string>): boolean;
  open(tree: PackTree, manifest: Manifest, options: OpenOptions): OpenedPack;
  /**
   * The pack in an archive, for a format that judges archives by rules of its own; undefined for an archive that holds
   * none of this format. Formats without it take the archives of registries only.
   */
  unpack?(archive: Archive): PackTree | undefined;
}

/** A pack format: a folder of this package. Nobody outside the folder asks which one it is. */
export interface Format extends Judge {
  /** The codes of this format's own rules. */
  readonly rules: readonly RuleInfo[];
  /**
   * The entries of the image by which a pack is known, for a format whose digest is that of an image. Formats without it
   * are packed file by file, as they are.
   */
  imageEntries?(tree: PackTree): readonly ImageEntry[];
  /** What a static registry publishes of a pack without errors; formats without it have registries of their own. */
  published?(tree: PackTree, manifest: Manifest): PublishedPack;
  /** What differs between two packs without errors, by what it means for what may happen. */
  changes(before: ReadablePack, after: ReadablePack): Iterable<Change>;
  /** The shell programs of a pack, as far as they can be read. */
  scripts(tree: PackTree, manifest: Pick<Manifest, 'file' | 'source'>): readonly PackScript[];
}
