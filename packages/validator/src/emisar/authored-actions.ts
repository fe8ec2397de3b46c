import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { readDocument } from '../structure/document.ts';
import { readText } from '../structure/read-text.ts';
import { lookup } from '../tree/lookup.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { manifestKind } from './pack.ts';
import { readPack } from './read.ts';

/** One action as its author wrote it, decoded. */
export interface AuthoredAction {
  readonly action: EmisarActionDocument;
  /** The script that it runs, and where it stands in the pack; null for an action that starts a program. */
  readonly script: { readonly file: string; readonly bytes: Uint8Array } | null;
}

/** What the actions of a sound pack say, by id; of a pack that `open` refuses nothing is promised. */
export function authoredActions(tree: PackTree): ReadonlyMap<string, AuthoredAction> {
  const { found } = lookup(tree, 'pack.yaml');
  if (found.kind !== 'file') return new Map();
  const manifest = readDocument('pack.yaml', readText(found.bytes()).source, manifestKind);
  const { actions, named } = readPack(tree, manifest, new Map());
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
