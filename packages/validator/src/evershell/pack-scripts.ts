import type { Manifest, PackScript } from '../format.ts';
import { shebangOf } from '../scripts/shebang.ts';
import { readText } from '../structure/read-text.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import type { ContentEntry } from './anatomy/content.ts';
import { readContent } from './anatomy/read-content.ts';

/** The programs in `scripts/`, each read by the program of its first line; one without such a line by the agent's shell. */
export function packScripts(tree: PackTree, _manifest: Pick<Manifest, 'file' | 'source'>): PackScript[] {
  return readContent(tree).entries.flatMap((entry) => {
    const { path: file } = entry;
    if (entry.kind !== 'file' || !file.startsWith('scripts/')) return [];
    const bytes = bytesOf(entry);
    const interpreter = bytes && (shebangOf(bytes) ?? (file.endsWith('.sh') ? 'bash' : undefined));
    if (!bytes || interpreter === undefined) return [];
    return [{ interpreter, bytes, file, text: readText(bytes).source, at: 1 }];
  });
}

function bytesOf({ bytes }: ContentEntry): Uint8Array | undefined {
  try {
    return bytes();
  } catch (error) {
    // Reading all files for the digest says so.
    if (error instanceof TreeReadError) return undefined;
    throw error;
  }
}
