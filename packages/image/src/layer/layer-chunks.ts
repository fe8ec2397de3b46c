import type { ImageEntry } from '../image-entry.ts';
import { ImageError } from '../image-error.ts';
import { endOfArchive, headerBlocks, padding, type TarHeader } from './tar-header.ts';

/** The bytes of the layer, piece by piece, for entries in their order. One file is held at a time. */
export function* layerChunks(entries: readonly ImageEntry[]): Generator<Uint8Array> {
  for (const entry of entries) {
    yield headerBlocks(headerOf(entry));
    if (entry.kind !== 'file') continue;
    const bytes = entry.bytes();
    if (bytes.length !== entry.size) {
      throw new ImageError('size', entry.path, `has ${bytes.length} bytes instead of ${entry.size}`);
    }
    yield bytes;
    yield padding(entry.size);
  }
  yield endOfArchive();
}

function headerOf(entry: ImageEntry): TarHeader {
  const plain = { name: entry.path, size: 0, target: '' };
  switch (entry.kind) {
    case 'file':
      return { ...plain, type: '0', mode: entry.mode & 0o777, size: entry.size };
    case 'directory':
      return { ...plain, type: '5', name: `${entry.path}/`, mode: 0o755 };
    case 'link':
      return { ...plain, type: '2', mode: 0o777, target: entry.target };
  }
}
