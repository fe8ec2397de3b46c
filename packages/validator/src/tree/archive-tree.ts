// Node only: reached through `@packwright/validator/node`.
import type { Gunzipped } from './gunzip.ts';
import { memoryTree } from './memory-tree.ts';
import type { Archive, PackTree, TreeProblem } from './pack-tree.ts';
import { readTar } from './read-tar.ts';
import { type Bytes, isBomb, READING } from './reading-limits.ts';
import { damaged, judgeForRegistry } from './registry-archive.ts';

/** What a reader of archives takes beside what registries offer. */
export interface ArchiveOptions {
  /** Whether zips are taken within the limits of registries, which offer gzipped tars alone. */
  readonly zips?: 'refused' | 'taken';
}

/**
 * The pack in an archive, held in memory: gzipped tar, tar or zip, told by the first bytes. Nothing is written.
 * What registries refuse is a problem of the tree; formats that take more than registries judge `archive` themselves.
 * Rejects with what the source throws.
 */
export async function archiveTree(
  archive: Bytes,
  { zips = 'refused' }: ArchiveOptions = {},
): Promise<PackTree> {
  const [start, whole] = await beginningOf(archive);
  if (isZip(start)) return zipTree(await collected(whole), zips);
  if (isTar(start)) {
    const { bytes, isCut } = await collected(whole);
    return refusedTree(NOT_GZIP, isCut ? { ...readTar(bytes), cut: 'size' } : readTar(bytes));
  }
  const { gunzip } = await import('./gunzip.ts');
  try {
    return gzipTree(await gunzip(whole));
  } catch (error) {
    const damage = damageOf(error);
    if (damage === undefined) throw error;
    return refusedTree(damaged(otherPacking(start) ?? damage));
  }
}

function gzipTree({ bytes, packed, isCut }: Gunzipped): PackTree {
  const read = readTar(bytes);
  const archive: Archive = {
    ...read,
    ...(isCut && { cut: 'size' as const }),
    ...(isBomb(bytes.length, packed) && { bomb: '' }),
  };
  const judged = judgeForRegistry(archive, { packedBytes: packed, unpackedBytes: bytes.length });
  return 'message' in judged ? refusedTree(judged, archive) : { ...memoryTree(judged), archive };
}

async function zipTree({ bytes, isCut }: Collected, zips: 'refused' | 'taken'): Promise<PackTree> {
  if (isCut) return refusedTree(damaged('the archive is larger than 100 MiB'));
  const { readZip, UnreadableZip } = await import('./read-zip.ts');
  try {
    const archive = await readZip(bytes);
    if (zips === 'refused') return refusedTree(NOT_GZIP, archive);
    // What was not read to its end holds too much.
    const whole = archive.bomb === undefined ? archive : { ...archive, cut: 'size' as const };
    const judged = judgeForRegistry(whole, { packedBytes: bytes.length, unpackedBytes: 0 });
    return 'message' in judged ? refusedTree(judged, archive) : { ...memoryTree(judged), archive };
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    const hint = 'pack it again, as a plain zip file without a password';
    return refusedTree({ path: '', message: error.message, hint });
  }
}

const NOT_GZIP = damaged('the archive is not in gzip format');

/** Of an archive that registries refuse nothing is taken over; a format may still take it as it is. */
function refusedTree(problem: TreeProblem, archive?: Archive): PackTree {
  return { ...memoryTree(new Map(), [problem]), ...(archive && { archive }) };
}

interface Collected {
  readonly bytes: Uint8Array;
  readonly isCut: boolean;
}

async function collected(source: Bytes): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let count = 0;
  for await (const chunk of source) {
    count += chunk.length;
    if (count > READING.tarBytes) return { bytes: Buffer.concat(chunks), isCut: true };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), isCut: false };
}

/** Where tar says what it is, and a little more. */
const ENOUGH = 265;

/** The first bytes, and everything from the first byte on. */
async function beginningOf(source: Bytes): Promise<[Uint8Array, AsyncIterable<Uint8Array>]> {
  const iterator = chunksOf(source);
  const first: Uint8Array[] = [];
  for (let length = 0; length < ENOUGH; ) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const rest = async function* () {
    yield* first;
    yield* iterator;
  };
  return [Buffer.concat(first).subarray(0, ENOUGH), rest()];
}

async function* chunksOf(source: Bytes): AsyncGenerator<Uint8Array> {
  yield* source;
}

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) =>
  magic.every((byte, at) => bytes[at] === byte);

/** `PK` and the mark of a file, of the end of an empty archive, or of a part of several. */
const isZip = (bytes: Uint8Array) =>
  startsWith(bytes, 0x50, 0x4b, 3, 4) ||
  startsWith(bytes, 0x50, 0x4b, 5, 6) ||
  startsWith(bytes, 0x50, 0x4b, 7, 8);

const isTar = (bytes: Uint8Array) => Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';

/** The name of a packing that is known and read by nobody here. */
function otherPacking(start: Uint8Array): string | undefined {
  const packings = [
    ['zstd', 0x28, 0xb5, 0x2f, 0xfd],
    ['bzip2', 0x42, 0x5a, 0x68],
    ['xz', 0xfd, 0x37, 0x7a, 0x58, 0x5a],
  ] as const;
  const found = packings.find(([, ...magic]) => startsWith(start, ...magic));
  return found && `the archive is packed with ${found[0]}, not with gzip`;
}

function damageOf(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!code?.startsWith('Z_')) return undefined;
  if (message === 'incorrect header check') return 'the archive is not in gzip format';
  return `the archive is damaged: ${message}`;
}
