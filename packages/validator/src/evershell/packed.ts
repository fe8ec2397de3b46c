import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { TreeReadError } from '../tree/pack-tree.ts';
import type { Content, ContentEntry } from './anatomy/content.ts';

/** One entry as the image holds it (specs/evershell 1.4): read, with its mode. */
export type PackedEntry =
  | { readonly kind: 'file'; readonly path: string; readonly mode: 0o644 | 0o755; readonly bytes: Uint8Array }
  | { readonly kind: 'directory'; readonly path: string; readonly mode: 0o755 }
  | { readonly kind: 'link'; readonly path: string; readonly mode: 0o777; readonly target: string };

/** Everything of a pack that is packed, and why some of it cannot be had. */
export interface Packed {
  readonly entries: readonly PackedEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all files of a pack, since its digest covers them all. */
export function readPacked({ entries }: Content): Packed {
  const packed: PackedEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    try {
      packed.push(packedEntry(entry));
    } catch (error) {
      if (!(error instanceof TreeReadError)) throw error;
      diagnostics.push(unreadable(entry.path, error));
    }
  }
  return { entries: packed, diagnostics };
}

function packedEntry({ path, kind, bytes: read, target, isMarkedExecutable }: ContentEntry): PackedEntry {
  if (kind === 'directory') return { kind, path, mode: 0o755 };
  if (kind === 'link') return { kind, path, mode: 0o777, target };
  const bytes = read();
  // Zip files made on Windows lose the mode; a first line that names a program stands in for it.
  const isScript = bytes[0] === 0x23 && bytes[1] === 0x21;
  return { kind, path, mode: isScript || isMarkedExecutable() ? 0o755 : 0o644, bytes };
}

function unreadable(file: string, { message }: TreeReadError): Diagnostic {
  return {
    code: pckRules.unreadable.code,
    severity: 'error',
    file,
    span: { start: 0, end: 0 },
    message,
    hint: 'let the user who runs this read the file',
  };
}
