// Node only, and loaded when a zip file is read.
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Archive, ArchiveEntry } from './pack-tree.ts';
import { isBomb, READING } from './reading-limits.ts';

/** The zip file is damaged, or of a kind that nobody takes; the message says how. */
export class UnreadableZip extends Error {
  readonly code = 'unreadable_zip';
}

const UNIX = 3;
const KIND_OF_FILE = 0o170000;
const KINDS = new Map<number, ArchiveEntry['kind']>([
  [0, 'file'],
  [0o100000, 'file'],
  [0o040000, 'directory'],
  [0o120000, 'link'],
  [0o010000, 'pipe'],
  [0o020000, 'device'],
  [0o060000, 'device'],
  [0o140000, 'device'],
]);
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a zip file holds, by its central directory. Rejects with `UnreadableZip`. */
export async function readZip(bytes: Uint8Array): Promise<Archive> {
  try {
    const zip = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return await entriesOf(zip);
  } catch (error) {
    if (error instanceof UnreadableZip) throw error;
    throw new UnreadableZip(
      `the archive is damaged: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function entriesOf(zip: ZipFile): Promise<Archive> {
  const entries: ArchiveEntry[] = [];
  let left = READING.contentBytes;
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    const name = UTF8.decode(entry.fileNameRaw);
    const mode = entry.versionMadeBy >>> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0;
    const kind = name.endsWith('/') ? 'directory' : (KINDS.get(mode & KIND_OF_FILE) ?? 'unknown');
    const known = {
      name: name.replace(/\/$/, ''),
      kind,
      ...(mode !== 0 && { isExecutable: (mode & 0o111) !== 0 }),
    };
    const content = await contentOf(zip, entry, name, left);
    if (content === 'bomb') return { entries, bomb: name };
    if (content === 'size') return { entries, cut: 'size' };
    left -= content.length;
    const isFile = kind === 'file';
    entries.push({
      ...known,
      size: isFile ? content.length : 0,
      bytes: () => (isFile ? content : new Uint8Array()),
      target: kind === 'link' ? UTF8.decode(content) : '',
    });
    if (entries.length === READING.entries) return { entries, cut: 'count' };
  }
  return { entries };
}

/** The bytes of an entry, counted while they come; headers may say anything. */
async function contentOf(
  zip: ZipFile,
  entry: Entry,
  name: string,
  most: number,
): Promise<Uint8Array | 'bomb' | 'size'> {
  if (entry.isEncrypted()) throw new UnreadableZip(`${JSON.stringify(name)} in the archive is encrypted`);
  if (!entry.canDecodeFileData()) {
    const how = `packed by method ${entry.compressionMethod}`;
    throw new UnreadableZip(`${JSON.stringify(name)} in the archive is ${how}, which nothing reads`);
  }
  if (!(await localName(zip, entry)).equals(entry.fileNameRaw)) {
    throw new UnreadableZip(`${JSON.stringify(name)} has another name in its own header`);
  }
  const chunks: Uint8Array[] = [];
  let count = 0;
  for await (const chunk of (await streamOf(zip, entry)) as AsyncIterable<Uint8Array>) {
    count += chunk.length;
    if (isBomb(count, entry.compressedSize)) return 'bomb';
    if (count > most) return 'size';
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32)
    throw new UnreadableZip(`the checksum of ${JSON.stringify(name)} is wrong`);
  return content;
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names as bytes: the library would refuse the whole archive for one of them.
    yauzl.fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const next = (zip: ZipFile): Promise<Entry | undefined> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (error: Error) => settle(() => reject(error)));
    zip.readEntry();
  });

const localName = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, {}, (error, header) => (error ? reject(error) : resolve(header.fileName)));
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
