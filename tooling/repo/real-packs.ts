import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directoryTree } from '@packwright/validator/node';
import type { CountedPack } from './warning-counts.ts';

/** The packs of the corpus, by name. */
export function* realPacks(corpus: string): Generator<CountedPack> {
  const names = globSync('*/pack.yaml', { cwd: corpus }).sort();
  for (const name of names) yield { tree: directoryTree(join(corpus, name, '..')) };
}

/** Real packs with one file changed, as the vectors of the reference loader say; refused ones among them. */
export function* mutatedPacks(corpus: string, vectors: string): Generator<CountedPack> {
  for (const line of readFileSync(vectors, 'utf8').trimEnd().split('\n')) {
    const { pack, file, text, base64 } = JSON.parse(line) as Record<string, string>;
    const bytes = base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64');
    const unchanged = directoryTree(join(corpus, pack ?? ''));
    const entry: typeof unchanged.entry = (path) =>
      path === file ? { kind: 'file', size: bytes.length, bytes: () => bytes } : unchanged.entry(path);
    yield { tree: { ...unchanged, entry }, unchanged };
  }
}
