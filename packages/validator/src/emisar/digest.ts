import { compareUtf8, type Sha256Factory } from '@packwright/values';
import type { EmisarPackFiles } from './pack.ts';

/** Bytes that enter a content hash under a name. */
export interface HashEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The content hash of an emisar pack (specs/emisar 5.1): SHA-256 over `name NUL bytes NUL` of pack.yaml, the listed
 * action files and the scripts they reference. Names are those the author wrote; a script that several actions share
 * counts once per action; the order is that of the names' UTF-8 bytes.
 */
export function contentHash(entries: readonly HashEntry[], sha256: Sha256Factory): string {
  const hash = sha256();
  const encoder = new TextEncoder();
  for (const { name, bytes } of entries.toSorted((a, b) => compareUtf8(a.name, b.name))) {
    hash.update(encoder.encode(`${name}\0`));
    hash.update(bytes);
    hash.update(NUL);
  }
  return `sha256:${hash.hex()}`;
}

const NUL = new Uint8Array(1);

/** What a pack's content hash covers, as far as it could be read, with the file each entry came from. */
export function hashEntries(
  file: string,
  manifest: Uint8Array,
  pack: EmisarPackFiles,
): (HashEntry & { file: string })[] {
  const entries = [{ name: 'pack.yaml', file, bytes: manifest }];
  for (const { reference } of pack.named) {
    const { authored: name, file: source, outcome } = reference;
    if (outcome.ok) entries.push({ name, file: source, bytes: outcome.bytes });
  }
  return entries;
}
