import { portableSha256 } from '@packwright/values';
import { withoutEchoes } from '../diagnostics/echoes.ts';
import type { Format, ReadablePack } from '../format.ts';
import { findingsOf } from '../structure/finding.ts';
import { noteDiagnostics } from '../structure/notes.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { readContent } from './anatomy/read-content.ts';
import { unpack } from './anatomy/unpack.ts';
import { changesOf } from './changes.ts';
import { claimsManifest } from './claims.ts';
import { imageDigest } from './digest.ts';
import { evs001, namesOf } from './names.ts';
import { packScripts } from './pack-scripts.ts';
import { readPacked } from './packed.ts';
import { readPack } from './read.ts';
import { evershellRules } from './rules/index.ts';
import { fingerprintVersion } from './version.ts';
import { cardOf, viewOf } from './view.ts';

/** Evershell content packs: guides, scripts, data and templates for an agent, and what it needs of the network. */
export const evershell: Format = {
  id: 'evershell',
  title: 'Evershell pack',
  firstKeys: ['name', 'description', 'version'],
  profiles: [],
  rules: [evs001, ...evershellRules],
  claims: claimsManifest,
  scripts: packScripts,
  unpack,
  imageEntries: (tree) => readPacked(readContent(tree)).entries,

  changes: (before, after) => changesOf(readable(before), readable(after)),

  open(tree, { file, source }, options) {
    const sources = new Map([[file, source]]);
    const sha256 = options.sha256 ?? portableSha256;
    const pack = readPack(tree, { file, source }, sources);
    const { manifest } = pack;
    const packed = readPacked(pack.content);
    const findings = findingsOf(evershellRules, pack, options);
    const found = [...packed.diagnostics, ...noteDiagnostics(manifest), ...findings];
    const diagnostics = withoutEchoes(manifest.diagnostics, found, { documents: [manifest], rules });
    const refused = diagnostics.some(({ severity }) => severity === 'error');
    const { name, version: stated } = manifest.value;
    const { entries } = packed;
    const version = stated || (refused ? null : fingerprintVersion(entries, manifest, sha256));
    const card = cardOf(pack, version ?? '');
    const digest = refused ? null : imageDigest(card, entries, sha256);
    return {
      format: 'evershell',
      profile: null,
      id: name || null,
      version,
      diagnostics,
      digest,
      view: digest === null ? null : viewOf(pack, { ...card, digest }, entries),
      names: namesOf(pack),
      references: [],
      sources,
    };
  },
};

const rules = [...Object.values(pckRules), ...evershellRules];

const readable = ({ tree, manifest }: ReadablePack) => readPack(tree, manifest, new Map());
