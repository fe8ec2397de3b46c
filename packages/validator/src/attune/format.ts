import { portableSha256 } from '@packwright/values';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutEchoes } from '../diagnostics/echoes.ts';
import type { Format, OpenOptions, ReadablePack } from '../format.ts';
import { findingsOf } from '../structure/finding.ts';
import { noteDiagnostics } from '../structure/notes.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { changesOf } from './changes.ts';
import { claimsManifest } from './claims.ts';
import { directoryChecksum } from './digest.ts';
import { readFiles } from './files.ts';
import { att002, att127, foreignReferencesOf, namesOf } from './names.ts';
import { type AttunePackFiles, allComponents } from './pack.ts';
import { packScripts } from './pack-scripts.ts';
import { attuneProfiles } from './profile.ts';
import { readPack } from './read.ts';
import { attuneRules } from './rules/index.ts';
import { viewOf } from './view.ts';

/** Attune automation packs: actions, sensors, triggers, rules, workflows and policies. */
export const attune: Format = {
  id: 'attune',
  title: 'Attune pack',
  firstKeys: ['ref', 'label', 'version'],
  profiles: attuneProfiles,
  rules: [att002, ...attuneRules, att127],
  claims: claimsManifest,
  scripts: packScripts,

  changes: (before, after) => changesOf(readable(before), readable(after)),

  open(tree, { file, source }, options) {
    const sources = new Map([[file, source]]);
    const pack = readPack(tree, { file, source }, forcedBy(options), sources);
    const { profile, manifest } = pack;
    const files = readFiles(pack);
    const diagnostics = diagnose(pack, files.diagnostics, options);
    const refused = diagnostics.some(({ severity }) => severity === 'error');
    const digest = refused ? null : directoryChecksum(files.read, options.sha256 ?? portableSha256);
    return {
      format: 'attune',
      profile,
      id: textOrNull(manifest.value.ref),
      version: textOrNull(manifest.value.version),
      diagnostics,
      digest,
      view: digest === null ? null : viewOf(pack, digest),
      names: namesOf(pack),
      references: foreignReferencesOf(pack),
      sources,
    };
  },
};

const rules = [...Object.values(pckRules), ...attuneRules];

const forcedBy = ({ profile }: OpenOptions) => attuneProfiles.find((each) => each === profile);

function readable({ tree, manifest, options }: ReadablePack): AttunePackFiles {
  return readPack(tree, manifest, forcedBy(options), new Map());
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function diagnose(
  pack: AttunePackFiles,
  unreadable: readonly Diagnostic[],
  options: OpenOptions,
): Diagnostic[] {
  const components = [...allComponents(pack), ...pack.unread].filter(({ isLegacy }) => !isLegacy);
  const documents = [pack.manifest, ...components.map(({ document }) => document)];
  const structural = documents.flatMap(({ diagnostics }) => diagnostics);
  const notes = documents.flatMap((document) => noteDiagnostics(document));
  const findings = findingsOf(attuneRules, pack, options);
  // Of a manifest that is no YAML there is nothing to say; what it would tell of components, no rule takes for granted.
  const { file, locator } = pack.manifest;
  const found = locator ? findings : findings.filter((finding) => finding.file !== file);
  return withoutEchoes(structural, [...unreadable, ...notes, ...found], { documents, rules });
}
