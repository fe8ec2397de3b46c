import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { NotLoaded } from '@packwright/values';
import type { OpenedPack } from '../format.ts';
import { readDocument } from '../structure/document.ts';
import { readText } from '../structure/read-text.ts';
import { lookup } from '../tree/lookup.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { keptFiles } from './kept-files.ts';
import { type EmisarPackFiles, manifestKind } from './pack.ts';
import { readPack } from './read.ts';

/** One action as its author wrote it, decoded. */
export interface AuthoredAction {
  readonly action: EmisarActionDocument;
  /** The script that it runs, and where it stands in the pack; null for an action that starts a program. */
  readonly script: { readonly file: string; readonly bytes: Uint8Array } | null;
}

/**
 * What the actions of a sound pack say, by id; none where the manifest is a link. Of a pack that `open` refuses nothing
 * is promised, nor of one that has changed since. Asked right behind `open`, with what that returned, it reads nothing
 * again.
 */
export function authoredActions(tree: PackTree, opened: OpenedPack): ReadonlyMap<string, AuthoredAction> {
  const { actions, named } = keptFiles(opened) ?? readFiles(tree);
  return new Map(
    actions.map(({ action, document }) => {
      const script = named.find((file) => file.what === 'script' && file.document === document)?.reference;
      return [
        action.id,
        { action, script: script?.outcome.ok ? { file: script.file, bytes: script.outcome.bytes } : null },
      ];
    }),
  );
}

type ActionFiles = Pick<EmisarPackFiles, 'actions' | 'named'>;

const NONE: ActionFiles = { actions: [], named: [] };

function readFiles(tree: PackTree): ActionFiles {
  const { found } = lookup(tree, 'pack.yaml');
  if (found.kind !== 'file') return NONE;
  try {
    const manifest = readDocument('pack.yaml', readText(found.bytes()).source, manifestKind);
    return readPack(tree, manifest, new Map());
  } catch (error) {
    // Only documents with faults ask for more than is loaded, and what was opened had none.
    if (error instanceof NotLoaded) return NONE;
    throw error;
  }
}
