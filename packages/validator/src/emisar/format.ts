import type { Format, ReadablePack } from '../format.ts';
import { readDocument } from '../structure/document.ts';
import { changesOf } from './changes.ts';
import { judgeBy } from './judge.ts';
import { emi002 } from './names.ts';
import { type EmisarPackFiles, manifestKind } from './pack.ts';
import { packScripts } from './pack-scripts.ts';
import { publishedPack } from './published.ts';
import { readPack } from './read.ts';
import { registryRules } from './registry/index.ts';
import { emisarRules } from './rules/index.ts';

const judge = judgeBy(({ audience }) =>
  audience === 'registry' ? [...emisarRules, ...registryRules] : emisarRules,
);

/** emisar action packs: declared commands that a runner may execute, trusted by their content hash. */
export const emisar: Format = {
  ...judge,
  rules: [emi002, ...emisarRules, ...registryRules],
  scripts: packScripts,
  published: publishedPack,

  changes: (before, after) => changesOf(readable(before), readable(after)),
};

function readable({ tree, manifest }: ReadablePack): EmisarPackFiles {
  return readPack(tree, readDocument(manifest.file, manifest.source, manifestKind), new Map());
}
