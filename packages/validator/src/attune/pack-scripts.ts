import type { Manifest, PackScript } from '../format.ts';
import { readText } from '../structure/read-text.ts';
import { lookup } from '../tree/lookup.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import { namedFiles } from './entry-point.ts';
import { readPack } from './read.ts';

const SHELLS = new Set(['shell', 'bash', 'sh', 'core.shell']);

/** The scripts of a pack that its shell runner reads, each once. That runner is Bash, whatever they begin with (spec 3.7). */
export function packScripts(tree: PackTree, manifest: Pick<Manifest, 'file' | 'source'>): PackScript[] {
  const pack = readPack(tree, manifest, undefined, new Map());
  const scripts = new Map<string, PackScript>();
  for (const { file, key, isThere, runner } of namedFiles(pack)) {
    const isScript = key === 'entry_point' && isThere && SHELLS.has(runner.trim().toLowerCase());
    if (!isScript || file === undefined || scripts.has(file)) continue;
    const bytes = bytesOf(tree, file);
    if (!bytes) continue;
    scripts.set(file, { interpreter: 'bash', bytes, file, text: readText(bytes).source, at: 1 });
  }
  return [...scripts.values()];
}

function bytesOf(tree: PackTree, file: string): Uint8Array | undefined {
  const { found } = lookup(tree, file);
  try {
    return found.kind === 'file' ? found.bytes() : undefined;
  } catch (error) {
    // Reading all files for the checksum says so.
    if (error instanceof TreeReadError) return undefined;
    throw error;
  }
}
