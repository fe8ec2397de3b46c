import type { Sha256Factory } from '@packwright/values';
import type { PackedEntry } from './packed.ts';
import { listingHash } from './version.ts';

/** The digest by which a pack is known: `sha256:` over the list of everything that is packed. */
export function contentDigest(entries: readonly PackedEntry[], sha256: Sha256Factory): string {
  return `sha256:${listingHash(entries, sha256)}`;
}
