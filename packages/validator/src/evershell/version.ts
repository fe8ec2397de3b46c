import type { ImageEntry } from '@packwright/image';
import { compareUtf8, type Sha256Factory, utf8Length } from '@packwright/values';
import type { LocatedDocument } from '../structure/document.ts';
import { MANIFEST } from './anatomy/limits.ts';

/**
 * The version of a pack that states none (specs/evershell 1.8): `sha-` and 12 digits of the SHA-256 over a list of its
 * files and links, in the order of their paths. The line of `version` in the manifest does not count.
 */
export function fingerprintVersion(
  entries: readonly ImageEntry[],
  manifest: LocatedDocument<unknown>,
  sha256: Sha256Factory,
): string {
  const listed = entries.map((entry) =>
    entry.kind === 'file' && entry.path === MANIFEST
      ? { ...entry, bytes: () => withoutVersion(entry.bytes(), manifest) }
      : entry,
  );
  return `sha-${listingHash(listed, sha256).slice(0, 12)}`;
}

const LINK_MODE = 0o777;

/** SHA-256 over a line per file and link: path, mode, kind, size, and the SHA-256 of the content, each ended by NUL. */
function listingHash(entries: readonly ImageEntry[], sha256: Sha256Factory): string {
  const encoder = new TextEncoder();
  const hash = sha256();
  for (const entry of entries.toSorted((a, b) => compareUtf8(a.path, b.path))) {
    if (entry.kind === 'directory') continue;
    const { path, kind } = entry;
    const mode = entry.kind === 'file' ? entry.mode : LINK_MODE;
    const bytes = entry.kind === 'file' ? entry.bytes() : encoder.encode(entry.target);
    const content = sha256();
    content.update(bytes);
    const fields = [path, mode.toString(8), kind === 'file' ? 'f' : 'l', bytes.length, content.hex()];
    hash.update(encoder.encode(`${fields.join('\0')}\n`));
  }
  return hash.hex();
}

function withoutVersion(bytes: Uint8Array, { locator, text }: LocatedDocument<unknown>): Uint8Array {
  const pair = locator?.pair(['version']);
  if (!pair) return bytes;
  const start = text.lastIndexOf('\n', pair.key.start) + 1;
  const end = text.indexOf('\n', Math.max(pair.value.end, pair.key.end));
  const before = utf8Length(text.slice(0, start));
  const length = utf8Length(text.slice(start, end < 0 ? undefined : end + 1));
  const rest = new Uint8Array(bytes.length - length);
  rest.set(bytes.subarray(0, before));
  rest.set(bytes.subarray(before + length), before);
  return rest;
}
