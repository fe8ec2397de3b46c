import { portableSha256 } from '@packwright/values';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutEchoes } from '../diagnostics/echoes.ts';
import type { Judge, OpenedPack, OpenOptions } from '../format.ts';
import { readDocument } from '../structure/document.ts';
import { findingsOf } from '../structure/finding.ts';
import { largeFileDiagnostics, noteDiagnostics } from '../structure/notes.ts';
import { claimsManifest } from './claims.ts';
import { contentHash, hashEntries } from './digest.ts';
import { keepFiles } from './kept-files.ts';
import { namesOf } from './names.ts';
import { type EmisarPackFiles, manifestKind } from './pack.ts';
import { readPack } from './read.ts';
import type { EmisarRule } from './rule.ts';
import { errorRules } from './rules/error-rules.ts';
import { viewOf } from './view.ts';

/** Judges emisar packs by the rules that the options ask for. */
export const judgeBy = (rulesFor: (options: OpenOptions) => readonly EmisarRule[]): Judge => ({
  id: 'emisar',
  title: 'emisar action pack',
  firstKeys: ['schema_version', 'id', 'actions'],
  profiles: [],
  claims: claimsManifest,

  open(tree, { file, bytes, source }, options) {
    const sources = new Map([[file, source]]);
    const manifest = readDocument(file, source, manifestKind);
    if (!manifest.locator) return { ...refusedManifest, diagnostics: manifest.diagnostics, sources };
    const pack = readPack(tree, manifest, sources);
    const entries = hashEntries(file, bytes, pack);
    const diagnostics = diagnose(pack, largeFileDiagnostics(entries), rulesFor(options), options);
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
});

/** Tells whether packs are accepted, and no more. */
export const verdictJudge: Judge = judgeBy(() => errorRules);

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

function diagnose(
  pack: EmisarPackFiles,
  large: readonly Diagnostic[],
  rules: readonly EmisarRule[],
  options: OpenOptions,
): Diagnostic[] {
  const documents = new Set([pack.manifest, ...pack.unread, ...pack.actions.map(({ document }) => document)]);
  const structural = [...documents].flatMap(({ diagnostics }) => diagnostics);
  const notes = [...documents].flatMap((document) => noteDiagnostics(document));
  return withoutEchoes(structural, [...large, ...notes, ...findingsOf(rules, pack, options)]);
}
