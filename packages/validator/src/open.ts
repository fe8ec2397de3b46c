import * as attuneDocuments from '@packwright/schema/attune';
import * as emisarDocuments from '@packwright/schema/emisar';
import { attune } from './attune/format.ts';
import { attuneSchemas } from './attune/schemas-on-demand.ts';
import { type ClaimedPack, claimAmong, findPack, type RefusedPack, unpackedAmong } from './claim.ts';
import { emisar } from './emisar/format.ts';
import { emisarSchemas } from './emisar/schemas.ts';
import { evershell } from './evershell/format.ts';
import type { Format, OpenedPack, OpenOptions, PublishedPack } from './format.ts';
import type { PackTree } from './tree/pack-tree.ts';

// Who opens packs here and now cannot wait for them.
attuneSchemas.provide(attuneDocuments);
emisarSchemas.provide(emisarDocuments);

/** The formats that Packwright reads. At most one of them claims a pack. */
export const formats: readonly Format[] = [emisar, attune, evershell];

/**
 * Reads a pack: which format it is, everything that is wrong with it, and, when nothing is, its digest and view.
 * Never throws for what a pack holds; problems are diagnostics.
 */
export function open(given: PackTree, options: OpenOptions = {}): OpenedPack {
  const claimed = claim(given);
  return 'refused' in claimed
    ? claimed.refused
    : claimed.format.open(claimed.tree, claimed.manifest, options);
}

/** The format that claims a pack and what it will read, or why no single one does. */
export function claim(given: PackTree): ClaimedPack | RefusedPack {
  const found = findPack(unpacked(given));
  return 'refused' in found ? found : claimAmong(formats, found);
}

/** What a static registry publishes of a pack; undefined for a pack of a format that such registries do not hold. */
export function published(given: PackTree): PublishedPack | undefined {
  const claimed = claim(given);
  return 'refused' in claimed ? undefined : claimed.format.published?.(claimed.tree, claimed.manifest);
}

/** The tree that a format makes of an archive by its own rules; else the tree as it is. */
export const unpacked = (tree: PackTree): PackTree => unpackedAmong(formats, tree);
