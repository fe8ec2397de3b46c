import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { TreeReadError } from '../tree/pack-tree.ts';
import type { ChecksumFile } from './digest.ts';
import type { AttunePackFiles } from './pack.ts';

/** The content of every file of a pack, and why some cannot be had. */
export interface PackContent {
  readonly read: readonly ChecksumFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all files, since the checksum covers them all; documents that could not be read say so themselves. */
export function readFiles({ tree, scan, unread }: AttunePackFiles): PackContent {
  const known = new Set(unread.map(({ document }) => document.file));
  const read: ChecksumFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of scan.files) {
    const entry = tree.entry(path);
    if (entry?.kind !== 'file') continue;
    try {
      read.push({ path, bytes: entry.bytes() });
    } catch (error) {
      if (!(error instanceof TreeReadError)) throw error;
      if (!known.has(path)) diagnostics.push(unreadable(path, error));
    }
  }
  return { read, diagnostics };
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
