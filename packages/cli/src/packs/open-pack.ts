import type { OpenedPack, OpenOptions, PackTree } from '@packwright/validator';
import { nodeSha256, readTree, TreeReadError } from '@packwright/validator/node';
import { openOnDemand } from '@packwright/validator/on-demand';
import { isSystemError } from '../system-error.ts';
import type { PackPath } from './find-packs.ts';

export interface ReadPack extends PackPath {
  readonly opened: OpenedPack;
  /** What the pack was opened from; nothing where not even that could be read. */
  readonly tree: PackTree | undefined;
}

/** Reads and opens one pack. What the machine refuses to read becomes a diagnostic of the pack. */
export async function openPack(pack: PackPath, options: OpenOptions = {}): Promise<ReadPack> {
  let tree: PackTree | undefined;
  try {
    tree = await readTree(pack.location);
    return { ...pack, tree, opened: await openOnDemand(tree, { sha256: nodeSha256, ...options }) };
  } catch (error) {
    if (error instanceof TreeReadError) return { ...pack, tree, opened: unreadable(error.path, error) };
    if (isSystemError(error)) return { ...pack, tree, opened: unreadable('', error) };
    throw error;
  }
}

function unreadable(file: string, { message }: Error): OpenedPack {
  const diagnostic = {
    code: 'PCK012',
    severity: 'error',
    file,
    span: { start: 0, end: 0 },
    message: `the pack cannot be read: ${message}`,
    hint: 'let the user who runs this read the pack',
  } as const;
  return {
    format: null,
    profile: null,
    id: null,
    version: null,
    diagnostics: [diagnostic],
    digest: null,
    view: null,
    names: [],
    references: [],
    sources: new Map(),
  };
}
