/** One entry of a tar archive, before anyone judged its name. */
export interface TarEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'hard-link' | 'pipe' | 'device' | 'unknown';
  /** Empty for anything but a file. */
  readonly bytes: Uint8Array;
  /** Where a link leads, as written; empty for anything else. */
  readonly target: string;
  readonly isExecutable: boolean;
}

/** The bytes are no tar archive, or not a whole one. */
export class DamagedTar extends Error {
  readonly code = 'damaged_tar';
}

const BLOCK = 512;
const ANY_EXECUTE = 0o111;
const LONGEST_EXTENSION = 1024 * 1024;
const NOTHING = new Uint8Array(0);
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

const KINDS: Readonly<Record<string, TarEntry['kind']>> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '5': 'directory',
  '1': 'hard-link',
  '2': 'link',
  '6': 'pipe',
  '3': 'device',
  '4': 'device',
};

/** What an extension header says of the entry behind it. */
interface Extension {
  readonly name?: string;
  readonly target?: string;
  readonly size?: number;
}

/**
 * The entries of a tar archive in order: ustar, with the long names of GNU and the extended headers of POSIX.
 * Takes time in proportion to the archive, whatever its headers claim. Throws `DamagedTar`.
 */
export function* tarEntries(tar: Uint8Array): Generator<TarEntry> {
  let extension: Extension = {};
  for (let at = 0; at < tar.length; ) {
    const header = sliceOf(tar, at, BLOCK);
    at += BLOCK;
    if (header.every((byte) => byte === 0)) {
      if (at < tar.length && !sliceOf(tar, at, BLOCK).every((byte) => byte === 0)) {
        throw new DamagedTar(`an empty header stands at byte ${at - BLOCK}`);
      }
      return;
    }
    checkSum(header, at - BLOCK);
    const type = String.fromCharCode(header[156] as number);
    const isExtension = type === 'x' || type === 'g' || type === 'L' || type === 'K';
    const kind = KINDS[type] ?? 'unknown';
    const size = (isExtension ? undefined : extension.size) ?? numberAt(header, 124, 12);
    // Links, pipes, devices and directories have no content, whatever size they state.
    const length = isExtension || kind === 'file' || kind === 'unknown' ? size : 0;
    if (isExtension && length > LONGEST_EXTENSION) throw new DamagedTar(`a header takes ${length} bytes`);
    const bytes = sliceOf(tar, at, length);
    at += Math.ceil(length / BLOCK) * BLOCK;
    if (isExtension) {
      extension = { ...extension, ...extensionOf(type, bytes) };
      continue;
    }
    const name = extension.name ?? nameOf(header);
    // Archives from before ustar write directories as files.
    const isDirectory = kind === 'directory' || (kind === 'file' && name.endsWith('/'));
    const isLink = kind === 'link' || kind === 'hard-link';
    yield {
      name,
      kind: isDirectory ? 'directory' : kind,
      bytes: kind === 'file' ? bytes : NOTHING,
      target: isLink ? (extension.target ?? textAt(header, 157, 100)) : '',
      isExecutable: (numberAt(header, 100, 8) & ANY_EXECUTE) !== 0,
    };
    extension = {};
  }
}

function sliceOf(tar: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > tar.length) throw new DamagedTar('it ends within an entry');
  return tar.subarray(start, start + length);
}

/** The sum of the header's bytes, with blanks in place of the sum itself; old writers took bytes as signed. */
function checkSum(header: Uint8Array, at: number): void {
  let unsigned = 0;
  let signed = 0;
  header.forEach((byte, index) => {
    const counted = index >= 148 && index < 156 ? 0x20 : byte;
    unsigned += counted;
    signed += counted > 0x7f ? counted - 0x100 : counted;
  });
  const stated = numberAt(header, 148, 8);
  if (stated !== unsigned && stated !== signed) {
    throw new DamagedTar(`the checksum of the header at byte ${at} is wrong`);
  }
}

function nameOf(header: Uint8Array): string {
  const name = textAt(header, 0, 100);
  const hasPrefix = textAt(header, 257, 6) === 'ustar' && header[345] !== 0;
  return hasPrefix ? `${textAt(header, 345, 155)}/${name}` : name;
}

function extensionOf(type: string, bytes: Uint8Array): Extension {
  if (type === 'K') return { target: textAt(bytes, 0, bytes.length) };
  if (type === 'L') return { name: textAt(bytes, 0, bytes.length) };
  const records = new Map(paxRecords(bytes));
  // Access control lists and extended attributes say nothing of the content; this changes it.
  if ([...records.keys()].some((key) => key.startsWith('GNU.sparse.')))
    throw new DamagedTar('a file is stored without its holes, which is not read');
  const { path, linkpath, size } = Object.fromEntries(records);
  if (type === 'g') {
    if (path !== undefined || size !== undefined) throw new DamagedTar('one header names several entries');
    return {};
  }
  if (size !== undefined && !/^[0-9]{1,15}$/.test(size))
    throw new DamagedTar(`the size "${size}" is no number`);
  return {
    ...(path === undefined ? {} : { name: path }),
    ...(linkpath === undefined ? {} : { target: linkpath }),
    ...(size === undefined ? {} : { size: Number(size) }),
  };
}

/** Records of the form `LENGTH KEY=VALUE\n`, the length that of the whole record. */
function* paxRecords(bytes: Uint8Array): Generator<[key: string, value: string]> {
  for (let at = 0; at < bytes.length; ) {
    const digits = /^[1-9][0-9]{0,6}(?= )/.exec(textAt(bytes, at, 8))?.[0];
    const length = Number(digits);
    const record =
      digits === undefined ? '' : UTF8.decode(bytes.subarray(at + digits.length + 1, at + length));
    const equals = record.indexOf('=');
    if (digits === undefined || at + length > bytes.length || equals < 1 || !record.endsWith('\n')) {
      throw new DamagedTar('an extended header is malformed');
    }
    yield [record.slice(0, equals), record.slice(equals + 1, -1)];
    at += length;
  }
}

/** A number in octal digits, or, after a first bit that is set, in base 256. */
function numberAt(header: Uint8Array, start: number, length: number): number {
  const field = header.subarray(start, start + length);
  const first = field[0] as number;
  if (first === 0x80) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  const text = textAt(header, start, length).trim();
  if (!/^[0-7]*$/.test(text)) throw new DamagedTar('a number in a header is malformed');
  return Number.parseInt(`0${text}`, 8);
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return UTF8.decode(end < 0 ? field : field.subarray(0, end));
}
