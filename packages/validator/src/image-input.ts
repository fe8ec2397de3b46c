import type { ImageEntry, ImageInput } from '@packwright/image';
import type { OpenedPack } from './format.ts';
import { formats, unpacked } from './open.ts';
import type { PackTree } from './tree/pack-tree.ts';

/**
 * What the image of an opened pack is made from; null for a refused pack. For a format whose digest is that of an image,
 * `buildImage` gives that digest. Throws a `TreeReadError` for a file that cannot be read any more.
 */
export function imageInput(tree: PackTree, { format: id, view }: OpenedPack): ImageInput | null {
  if (!view) return null;
  const { format, title, version, summary: description, category } = view.card;
  const own = formats.find((candidate) => candidate.id === id);
  const whole = unpacked(tree);
  const entries = own?.imageEntries?.(whole) ?? [...asTheyAre(whole, '')];
  return { format, title, version, description, category, entries };
}

function* asTheyAre(tree: PackTree, directory: string): Generator<ImageEntry> {
  for (const name of tree.list(directory)) {
    const path = directory === '' ? name : `${directory}/${name}`;
    const entry = tree.entry(path);
    if (entry?.kind === 'directory') {
      yield { kind: 'directory', path };
      yield* asTheyAre(tree, path);
    }
    if (entry?.kind === 'link') yield { kind: 'link', path, target: entry.target };
    if (entry?.kind !== 'file') continue;
    const bytes = entry.bytes();
    yield {
      kind: 'file',
      path,
      mode: entry.isExecutable === true ? 0o755 : 0o644,
      size: bytes.length,
      bytes: () => entry.bytes(),
    };
  }
}
