import type { PackScript } from '../format.ts';
import { decodeText } from '../source/index.ts';
import { SourceText } from '../source/source-text.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import { shebangOf } from './shebang.ts';

const LARGEST = 1024 * 1024;

/**
 * The scripts in a tree beside those in `known`, by their first line, or by a name that ends in `.sh`. Hidden folders,
 * `node_modules`, links and files of more than 1 MiB are left out.
 */
export function* otherScripts(
  tree: PackTree,
  known: ReadonlySet<string>,
  folder = '',
): Generator<PackScript> {
  for (const name of tree.list(folder)) {
    const file = folder === '' ? name : `${folder}/${name}`;
    const entry = tree.entry(file);
    if (entry?.kind === 'directory' && !name.startsWith('.') && name !== 'node_modules') {
      yield* otherScripts(tree, known, file);
    }
    if (entry?.kind !== 'file' || entry.size > LARGEST || known.has(file)) continue;
    const bytes = readable(entry.bytes);
    const interpreter = shebangOf(bytes) ?? (file.endsWith('.sh') ? 'sh' : undefined);
    if (interpreter === undefined) continue;
    const decoded = decodeText(bytes);
    yield { interpreter, bytes, file, text: new SourceText(decoded.ok ? decoded.text : ''), at: 1 };
  }
}

/** What cannot be read is no concern of this check: whatever the pack needs, its own rules have asked for. */
function readable(read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (error) {
    if (error instanceof TreeReadError) return new Uint8Array();
    throw error;
  }
}
