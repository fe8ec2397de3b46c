import type { PackView } from '@packwright/schema/views';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { SourceText } from './source/source-text.ts';

/** What `open` knows of a pack. */
export interface OpenedPack {
  /** The format whose pack this is, or null when no format claims it. */
  readonly format: string | null;
  /** As far as they could be read, also from a refused pack. */
  readonly id: string | null;
  readonly version: string | null;
  /** All problems, by file and position. Without an error the format's own loader accepts the pack. */
  readonly diagnostics: readonly Diagnostic[];
  /** `sha256:<hex>` as the format defines it; null for a refused pack. */
  readonly digest: string | null;
  /** The read model; null for a refused pack. */
  readonly view: PackView | null;
  /** The decoded text of every file that was read as text. */
  readonly sources: ReadonlyMap<string, SourceText>;
}
