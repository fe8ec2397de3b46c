// OCI image specification 1.1, image layout.
import { type FileHandle, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PackImage } from '../build-image.ts';
import { INDEX_TYPE } from '../media-types.ts';

/** A layout could not be written; nothing is left where it was to be. */
export class LayoutError extends Error {
  /** `exists`: something is there already. `write`: the machine refused, see `cause`. */
  readonly code: 'exists' | 'write';

  constructor(code: LayoutError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LayoutError';
    this.code = code;
  }
}

/**
 * Writes the image as an OCI layout directory that does not exist yet, named in it by the tag. It appears whole or
 * not at all. Rejects with a `LayoutError`.
 */
export async function writeLayout(directory: string, image: PackImage, tag: string): Promise<void> {
  if (await exists(directory)) throw new LayoutError('exists', `"${directory}" is there already`);
  let stage: string | undefined;
  try {
    await mkdir(dirname(directory), { recursive: true });
    stage = await mkdtemp(join(dirname(directory), `.${basename(directory)}.stage-`));
    await fill(stage, image, tag);
    await rename(stage, directory);
    await sync(dirname(directory));
  } catch (error) {
    if (stage !== undefined) await rm(stage, { recursive: true, force: true });
    if (isTaken(error, directory)) throw new LayoutError('exists', `"${directory}" is there already`, error);
    throw new LayoutError('write', `cannot write "${directory}": ${reasonOf(error)}`, error);
  }
}

async function fill(stage: string, image: PackImage, tag: string): Promise<void> {
  const blobs = join(stage, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const { manifest, config, layer } = image;
  await write(join(blobs, hexOf(layer.digest)), layer.chunks());
  await write(join(blobs, hexOf(config.digest)), [config.bytes]);
  await write(join(blobs, hexOf(manifest.digest)), [manifest.bytes]);
  await write(join(stage, 'index.json'), [utf8(indexOf(image, tag))]);
  await write(join(stage, 'oci-layout'), [utf8({ imageLayoutVersion: '1.0.0' })]);
  for (const folder of [blobs, join(stage, 'blobs'), stage]) await sync(folder);
}

function indexOf({ manifest: { mediaType, digest, size } }: PackImage, tag: string): object {
  const annotations = { 'org.opencontainers.image.ref.name': tag };
  return { schemaVersion: 2, mediaType: INDEX_TYPE, manifests: [{ mediaType, digest, size, annotations }] };
}

async function write(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  await closing(file, async () => {
    for (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  });
}

/** A directory's entries are on the disk only once the directory is synced itself. */
async function sync(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await closing(handle, () => handle.sync());
}

async function closing(handle: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

const hexOf = (digest: string): string => digest.slice('sha256:'.length);
const utf8 = (content: object): Uint8Array => new TextEncoder().encode(JSON.stringify(content));

/** Whether somebody else put something there in the meantime. */
const isTaken = (error: unknown, directory: string): boolean =>
  error instanceof Error &&
  'dest' in error &&
  error.dest === directory &&
  'code' in error &&
  ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(String(error.code));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
