import { attune } from './attune/format.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { emisar } from './emisar/format.ts';
import { evershell } from './evershell/format.ts';
import type { Format, Manifest, OpenedPack, OpenOptions, PublishedPack } from './format.ts';
import { recogniseOther, severalClaims, topLevelKeys } from './recognise.ts';
import { yamlDiagnostics } from './structure/faults.ts';
import { pckRules } from './structure/pck-rules.ts';
import { readText } from './structure/read-text.ts';
import { lookup } from './tree/lookup.ts';
import { type PackTree, TreeReadError } from './tree/pack-tree.ts';

/** The formats that Packwright reads. At most one of them claims a pack. */
export const formats: readonly Format[] = [emisar, attune, evershell];

const MANIFEST = 'pack.yaml';
/** Many take it for the same; no loader does. */
const MISSPELT = 'pack.yml';

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

/** A pack that one format claims. */
export interface ClaimedPack {
  readonly format: Format;
  readonly tree: PackTree;
  readonly manifest: Manifest;
}

/** The format that claims a pack and what it will read, or why no single one does. */
export function claim(given: PackTree): ClaimedPack | { readonly refused: OpenedPack } {
  const tree = unpacked(given);
  if (tree.problems.length > 0) {
    const diagnostics = tree.problems.map(({ path, message, hint }) => ({
      ...problem(pckRules.unreadable.code, message, hint),
      file: path,
    }));
    return { refused: refused(diagnostics) };
  }
  const bytes = manifestBytes(tree);
  if (!(bytes instanceof Uint8Array)) return { refused: refused([bytes]) };
  const { source, fault } = readText(bytes);
  const sources = new Map([[MANIFEST, source]]);
  if (fault) return { refused: { ...refused(yamlDiagnostics(MANIFEST, [fault])), sources } };
  const keys = topLevelKeys(source.text);
  const [format, ...others] = formats.filter((candidate) => candidate.claims(keys));
  if (format && others.length === 0) return { format, tree, manifest: { file: MANIFEST, bytes, source } };
  const diagnostics = format
    ? severalClaims(MANIFEST, source, [format, ...others])
    : recogniseOther(MANIFEST, source, keys, formats);
  return { refused: { ...refused(diagnostics), sources } };
}

/** What a static registry publishes of a pack; undefined for a pack of a format that such registries do not hold. */
export function published(given: PackTree): PublishedPack | undefined {
  const claimed = claim(given);
  return 'refused' in claimed ? undefined : claimed.format.published?.(claimed.tree, claimed.manifest);
}

/** The tree that a format makes of an archive by its own rules; else the tree as it is. */
export function unpacked(tree: PackTree): PackTree {
  const { archive } = tree;
  if (!archive) return tree;
  return formats.map((format) => format.unpack?.(archive)).find((own) => own !== undefined) ?? tree;
}

function manifestBytes(tree: PackTree): Uint8Array | Diagnostic {
  const { found } = lookup(tree, MANIFEST);
  const { code } = pckRules.noManifest;
  try {
    if (found.kind === 'file') return found.bytes();
    // The emisar loader reads a manifest that is itself a link, wherever it leads; installing refuses it.
    if (found.kind === 'link' && found.leads.state === 'outside' && found.leads.bytes)
      return found.leads.bytes();
  } catch (error) {
    if (!(error instanceof TreeReadError)) throw error;
    return problem(
      code,
      `cannot read ${MANIFEST}: ${error.reason}`,
      'let the user who runs this read the file',
    );
  }
  if (found.kind === 'missing') {
    const hint =
      tree.entry(MISSPELT) === undefined
        ? 'create it, or name the directory that holds it'
        : `rename ${MISSPELT} to ${MANIFEST}`;
    return problem(code, `there is no ${MANIFEST}`, hint);
  }
  const what = {
    directory: 'a directory',
    special: 'not a regular file',
    link: 'a link that leads to no file',
  }[found.kind];
  return problem(code, `pack.yaml is ${what}`, 'replace it with the manifest itself');
}

function problem(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', file: MANIFEST, span: { start: 0, end: 0 }, message, hint };
}

function refused(diagnostics: readonly Diagnostic[]): OpenedPack {
  return {
    format: null,
    profile: null,
    id: null,
    version: null,
    diagnostics,
    digest: null,
    view: null,
    names: [],
    references: [],
    sources: new Map(),
  };
}
