import type { ImageEntry, ImageFile } from '@packwright/image';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { TreeReadError } from '../tree/pack-tree.ts';
import type { Content, ContentEntry } from './anatomy/content.ts';

/** Everything of a pack that is packed, read, and why some of it cannot be had. */
export interface Packed {
  readonly entries: readonly ImageEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all files of a pack, since its digest covers them all, and gives each one of two modes (specs/evershell 1.4). */
export function readPacked({ entries }: Content): Packed {
  const packed: ImageEntry[] = [];
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

function packedEntry(entry: ContentEntry): ImageEntry {
  const { path, kind, target } = entry;
  if (kind === 'directory') return { kind, path };
  return kind === 'link' ? { kind, path, target } : packedFile(entry);
}

function packedFile({ path, bytes: read, isMarkedExecutable }: ContentEntry): ImageFile {
  const bytes = read();
  // Zip files made on Windows lose the mode; a first line that names a program stands in for it.
  const isScript = bytes[0] === 0x23 && bytes[1] === 0x21;
  const mode = isScript || isMarkedExecutable() ? 0o755 : 0o644;
  return { kind: 'file', path, mode, size: bytes.length, bytes: () => bytes };
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
