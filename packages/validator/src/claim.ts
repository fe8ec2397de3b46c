import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Format, Judge, Manifest, OpenedPack } from './format.ts';
import { recogniseOther, severalClaims, topLevelKeys } from './recognise.ts';
import { yamlDiagnostics } from './structure/faults.ts';
import { pckRules } from './structure/pck-rules.ts';
import { readText } from './structure/read-text.ts';
import { lookup } from './tree/lookup.ts';
import { type PackTree, TreeReadError } from './tree/pack-tree.ts';

const MANIFEST = 'pack.yaml';
/** Many take it for the same; no loader does. */
const MISSPELT = 'pack.yml';

/** A pack before anyone knows whose it is. */
export interface FoundPack {
  readonly tree: PackTree;
  readonly manifest: Manifest;
  /** The top-level keys of the manifest, by which formats claim packs. */
  readonly keys: ReadonlySet<string>;
}

/** A pack that one format claims. */
export interface ClaimedPack<J extends Judge = Format> extends FoundPack {
  readonly format: J;
}

/** A pack that nobody opens, with the reason among its diagnostics. */
export interface RefusedPack {
  readonly refused: OpenedPack;
}

/** The manifest of a pack, or why it has none that can be read. */
export function findPack(tree: PackTree): FoundPack | RefusedPack {
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
  if (fault) {
    const sources = new Map([[MANIFEST, source]]);
    return { refused: { ...refused(yamlDiagnostics(MANIFEST, [fault])), sources } };
  }
  return { tree, manifest: { file: MANIFEST, bytes, source }, keys: topLevelKeys(source.text) };
}

/** The format among these that claims a pack, or why no single one does. */
export function claimAmong<J extends Judge>(
  formats: readonly J[],
  found: FoundPack,
): ClaimedPack<J> | RefusedPack {
  const { manifest, keys } = found;
  const { source } = manifest;
  const [format, ...others] = formats.filter((candidate) => candidate.claims(keys));
  if (format && others.length === 0) return { ...found, format };
  const diagnostics = format
    ? severalClaims(MANIFEST, source, [format, ...others])
    : recogniseOther(MANIFEST, source, keys, formats);
  return { refused: { ...refused(diagnostics), sources: new Map([[MANIFEST, source]]) } };
}

/** The tree that a format among these makes of an archive by its own rules; else the tree as it is. */
export function unpackedAmong(formats: readonly Judge[], tree: PackTree): PackTree {
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
