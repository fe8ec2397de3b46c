import type { AttuneActionDocument, AttuneProfile } from '@packwright/schema/attune';
import { readText } from '../structure/read-text.ts';
import { lookup } from '../tree/lookup.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import type { ChecksumFile } from './digest.ts';
import { namedFiles } from './entry-point.ts';
import { readFiles } from './files.ts';
import { readPack } from './read.ts';

/** One action as its author wrote it, decoded. */
export interface AuthoredAction {
  readonly ref: string;
  readonly action: AttuneActionDocument;
  /** What it starts, by its path in the pack; null where it names none, or one that leaves the pack or is not there. */
  readonly entry: string | null;
}

/** What runs of a pack, and every file that its checksum covers. */
export interface AuthoredPack {
  readonly ref: string;
  readonly profile: AttuneProfile;
  readonly actions: readonly AuthoredAction[];
  readonly files: readonly ChecksumFile[];
}

/**
 * What the actions of a sound pack say, in the order of their files. To be asked behind `open` in the same process: of a
 * pack that it refuses, or that has changed since, nothing is promised.
 */
export function authoredPack(tree: PackTree, profile: AttuneProfile): AuthoredPack {
  const { found } = lookup(tree, MANIFEST);
  if (found.kind !== 'file') return { ref: '', profile, actions: [], files: [] };
  const manifest = { file: MANIFEST, source: readText(found.bytes()).source };
  const pack = readPack(tree, manifest, profile, new Map());
  const entries = new Map(
    [...namedFiles(pack)]
      .filter(({ key, isThere }) => key === 'entry_point' && isThere)
      .map(({ document, file }) => [document, file ?? null] as const),
  );
  return {
    ref: pack.ref,
    profile,
    actions: pack.components.action.map(({ ref, value, document }) => ({
      ref,
      action: value,
      entry: entries.get(document) ?? null,
    })),
    files: readFiles(pack).read,
  };
}

const MANIFEST = 'pack.yaml';
