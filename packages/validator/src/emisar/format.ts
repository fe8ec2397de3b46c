import { portableSha256 } from '@packwright/values';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutEchoes } from '../diagnostics/echoes.ts';
import type { Format, OpenedPack, OpenOptions, ReadablePack } from '../format.ts';
import { readDocument } from '../structure/document.ts';
import { findingsOf } from '../structure/finding.ts';
import { largeFileDiagnostics, noteDiagnostics } from '../structure/notes.ts';
import { changesOf } from './changes.ts';
import { claimsManifest } from './claims.ts';
import { contentHash, hashEntries } from './digest.ts';
import { keepFiles } from './kept-files.ts';
import { emi002, namesOf } from './names.ts';
import { type EmisarPackFiles, manifestKind } from './pack.ts';
import { packScripts } from './pack-scripts.ts';
import { publishedPack } from './published.ts';
import { readPack } from './read.ts';
import { registryRules } from './registry/index.ts';
import { emisarRules } from './rules/index.ts';
import { viewOf } from './view.ts';

/** emisar action packs: declared commands that a runner may execute, trusted by their content hash. */
export const emisar: Format = {
  id: 'emisar',
  title: 'emisar action pack',
  firstKeys: ['schema_version', 'id', 'actions'],
  profiles: [],
  rules: [emi002, ...emisarRules, ...registryRules],
  claims: claimsManifest,
  scripts: packScripts,
  published: publishedPack,

  changes: (before, after) => changesOf(readable(before), readable(after)),

  open(tree, { file, bytes, source }, options) {
    const sources = new Map([[file, source]]);
    const manifest = readDocument(file, source, manifestKind);
    if (!manifest.locator) return { ...refusedManifest, diagnostics: manifest.diagnostics, sources };
    const pack = readPack(tree, manifest, sources);
    const entries = hashEntries(file, bytes, pack);
    const diagnostics = diagnose(pack, largeFileDiagnostics(entries), options);
    const refused = diagnostics.some(({ severity }) => severity === 'error');
    const digest = refused ? null : contentHash(entries, options.sha256 ?? portableSha256);
    const { id, version } = manifest.value;
    const opened: OpenedPack = {
      format: 'emisar',
      profile: null,
      id: id || null,
      version: version || null,
      diagnostics,
      digest,
      view: digest === null ? null : viewOf(pack, digest),
      names: namesOf(pack),
      references: [],
      sources,
    };
    // Who judges many packs in a row would hold them all until the engine has a moment to collect.
    // A manifest that is a link is read here, but nothing of it runs: what it leads to is not in the pack.
    if (!refused && options.verdictOnly && tree.entry(file)?.kind === 'file') keepFiles(opened, pack);
    return opened;
  },
};

function readable({ tree, manifest }: ReadablePack): EmisarPackFiles {
  return readPack(tree, readDocument(manifest.file, manifest.source, manifestKind), new Map());
}

const refusedManifest = {
  format: 'emisar',
  profile: null,
  id: null,
  version: null,
  digest: null,
  view: null,
  names: [],
  references: [],
} as const;

function diagnose(pack: EmisarPackFiles, large: readonly Diagnostic[], options: OpenOptions): Diagnostic[] {
  const rules = options.audience === 'registry' ? [...emisarRules, ...registryRules] : emisarRules;
  const documents = new Set([pack.manifest, ...pack.unread, ...pack.actions.map(({ document }) => document)]);
  const structural = [...documents].flatMap(({ diagnostics }) => diagnostics);
  const notes = [...documents].flatMap((document) => noteDiagnostics(document));
  return withoutEchoes(structural, [...large, ...notes, ...findingsOf(rules, pack, options)]);
}
