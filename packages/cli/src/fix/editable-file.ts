import type { PackTree } from '@packwright/validator';

const BYTE_ORDER_MARK = '\ufeff';

/** A file that may be changed: its text as diagnostics count it, and how to make its bytes from such a text again. */
export interface EditableFile {
  readonly bytes: Uint8Array;
  encode(text: string): Uint8Array;
}

/**
 * The file of a pack as something to change, or undefined where that must not be: it is a link or stands behind one,
 * or it is not UTF-8, so that its text would not come back as the same bytes.
 */
export function editableFile(tree: PackTree, path: string, text: string): EditableFile | undefined {
  const entry = tree.entry(path);
  if (entry?.kind !== 'file' || !standsInDirectories(tree, path)) return undefined;
  const bytes = entry.bytes();
  const encode = (changed: string): Uint8Array => new TextEncoder().encode(changed);
  if (sameBytes(encode(text), bytes)) return { bytes, encode };
  const encodeMarked = (changed: string): Uint8Array => encode(BYTE_ORDER_MARK + changed);
  return sameBytes(encodeMarked(text), bytes) ? { bytes, encode: encodeMarked } : undefined;
}

function standsInDirectories(tree: PackTree, path: string): boolean {
  const segments = path.split('/');
  return segments.every((segment, at) => {
    if (segment === '' || segment === '.' || segment === '..') return false;
    return at === 0 || tree.entry(segments.slice(0, at).join('/'))?.kind === 'directory';
  });
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
