// POSIX.1-2001 (pax) archives: a 512-byte ustar header, after an extended header where a name does not fit.
const BLOCK = 512;
const NAME = 100;
const PREFIX = 155;

const utf8 = new TextEncoder();

/** What one header says beside what is the same in every header of a layer: no owner, no time. */
export interface TarHeader {
  readonly type: '0' | '2' | '5';
  readonly name: string;
  readonly mode: number;
  readonly size: number;
  /** Target of a link; empty for anything else. */
  readonly target: string;
}

/** The blocks in front of an entry's content: its header, and the extended header that it needs, if any. */
export function headerBlocks(header: TarHeader): Uint8Array {
  const place = placeOf(header.name);
  const records = [
    ...(place ? [] : [record('path', header.name)]),
    ...(fits(header.target, NAME) ? [] : [record('linkpath', header.target)]),
  ];
  const own = block({ ...header, ...(place ?? { name: '', prefix: '' }) });
  if (records.length === 0) return own;
  const body = utf8.encode(records.join(''));
  const extended = block({ type: 'x', name: 'pax', prefix: '', mode: 0o644, size: body.length, target: '' });
  return joined([extended, body, padding(body.length), own]);
}

/** The zeros that fill the last block of a content of this size. */
export const padding = (size: number): Uint8Array => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);

/** The two empty blocks that end an archive. */
export const endOfArchive = (): Uint8Array => new Uint8Array(2 * BLOCK);

/** Where a name stands in a ustar header: whole, or divided at the first `/` that makes both parts fit. */
function placeOf(name: string): { readonly name: string; readonly prefix: string } | undefined {
  if (fits(name, NAME)) return { name, prefix: '' };
  if (!fits(name, NAME + 1 + PREFIX)) return undefined;
  const at = name.indexOf('/', name.length - NAME - 1);
  if (at < 1 || at > PREFIX || at === name.length - 1) return undefined;
  return { name: name.slice(at + 1), prefix: name.slice(0, at) };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what the old fields can hold
const fits = (text: string, most: number): boolean => text.length <= most && /^[\x01-\x7f]*$/.test(text);

/** `LENGTH KEY=VALUE\n`, where the length counts its own digits. */
function record(key: string, value: string): string {
  const rest = utf8.encode(` ${key}=${value}\n`).length;
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

interface Fields extends Omit<TarHeader, 'type'> {
  readonly type: TarHeader['type'] | 'x';
  readonly prefix: string;
}

function block({ type, name, prefix, mode, size, target }: Fields): Uint8Array {
  const bytes = new Uint8Array(BLOCK);
  const put = (text: string, at: number): void => void bytes.set(utf8.encode(text), at);
  put(name, 0);
  put(octal(mode, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(0, 11), 136);
  put(' '.repeat(8), 148);
  put(type, 156);
  put(fits(target, NAME) ? target : '', 157);
  put('ustar\x0000', 257);
  put(octal(0, 7), 329);
  put(octal(0, 7), 337);
  put(prefix, 345);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\0 `, 148);
  return bytes;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
