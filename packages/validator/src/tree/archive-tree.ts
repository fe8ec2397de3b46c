// Node only: reached through `@packwright/validator/node`.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type MemoryEntry, memoryTree } from './memory-tree.ts';
import type { PackTree } from './pack-tree.ts';
import { cleanPath } from './resolve-path.ts';

/** The limits of a fetched pack (specs/emisar 1.1). */
export const archiveLimits = {
  entryBytes: 8 * 1024 * 1024,
  totalBytes: 32 * 1024 * 1024,
  entries: 4_000,
} as const;

class Refused extends Error {
  readonly path: string;
  readonly hint: string;

  constructor(path: string, message: string, hint: string) {
    super(message);
    this.path = path;
    this.hint = hint;
  }
}

/**
 * The pack in a gzipped tar archive, held in memory. Nothing is written. Counting stops at the limits while the
 * archive is still being unpacked; an archive that breaks one, or holds anything but files and directories inside
 * its root, becomes a tree with a problem.
 */
export async function archiveTree(
  archive: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<PackTree> {
  const entries = new Map<string, MemoryEntry>();
  const tar = extract();
  const unpack = pipeline(Readable.from(archive), createGunzip(), tar);
  try {
    let total = 0;
    let count = 0;
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (++count > archiveLimits.entries) {
        throw new Refused(
          name,
          `the archive holds more than ${archiveLimits.entries} entries`,
          'leave out what the pack does not use',
        );
      }
      const path = safePath(name);
      if (type === 'directory') {
        if (path !== '') entries.set(path, { directory: true });
        entry.resume();
        continue;
      }
      if (type !== 'file' && type !== 'contiguous-file') {
        throw new Refused(name, `"${name}" is ${kindName(type)}, not a file`, 'archive the file itself');
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of entry as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        total += chunk.length;
        if (size > archiveLimits.entryBytes) {
          throw new Refused(name, `"${name}" is larger than 8 MiB`, 'make the file smaller');
        }
        if (total > archiveLimits.totalBytes) {
          throw new Refused(
            name,
            'the archive unpacks to more than 32 MiB',
            'leave out what the pack does not use',
          );
        }
        chunks.push(chunk);
      }
      const content = Buffer.concat(chunks);
      const earlier = entries.get(path);
      // Registries write a shared script once per reference; only differing bytes are a conflict.
      if (earlier !== undefined && !(earlier instanceof Uint8Array && content.equals(earlier))) {
        throw new Refused(name, `"${name}" is in the archive twice`, 'keep one of the two');
      }
      entries.set(path, content);
    }
    await unpack;
  } catch (error) {
    tar.destroy();
    await unpack.catch(() => undefined);
    return memoryTree(new Map(), [problemOf(error)]);
  }
  return memoryTree(entries);
}

function safePath(name: string): string {
  const path = cleanPath(name);
  if (name.startsWith('/') || path.split('/')[0] === '..' || name.includes('\0') || name === '') {
    throw new Refused(
      name,
      `the entry ${JSON.stringify(name)} leads out of the archive`,
      'archive with paths relative to the pack',
    );
  }
  return path;
}

function kindName(type: string | null | undefined): string {
  if (type === 'symlink' || type === 'link') return 'a link';
  return type === 'fifo' ? 'a named pipe' : 'a device';
}

function problemOf(error: unknown) {
  if (error instanceof Refused) return { path: error.path, message: error.message, hint: error.hint };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    path: '',
    message: `the archive is damaged: ${reason.toLowerCase()}`,
    hint: 'fetch or build it again; it must be a gzipped tar file',
  };
}
