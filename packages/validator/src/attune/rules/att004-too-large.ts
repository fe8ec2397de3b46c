import { lookup } from '../../tree/lookup.ts';
import type { AttuneRule } from '../rule.ts';
import { LIMITS } from '../scan.ts';

/** Spec 1.1. */
export const att004: AttuneRule = {
  code: 'ATT004',
  name: 'too-large',
  severity: 'error',
  summary: 'The pack, or a file of it, is larger than the checker reads.',
  why: 'The limits keep a server from being kept busy by one pack; what is beyond them is refused unread.',
  upstream: [
    'limits.metadata_file_too_large',
    'limits.metadata_files_exceeded',
    'limits.traversed_entries_exceeded',
  ],
  *check({ tree, scan, manifest }) {
    const nowhere = { file: manifest.file, span: { start: 0, end: 0 } };
    for (const file of [manifest.file, ...scan.components.map(({ path }) => path)]) {
      const { found } = lookup(tree, file);
      if (found.kind !== 'file' || found.size <= LIMITS.fileBytes) continue;
      yield {
        file,
        span: { start: 0, end: 0 },
        message: `the file has ${found.size} bytes, more than ${LIMITS.fileBytes}`,
        hint: 'move long texts out of it',
      };
    }
    // The manifest counts too.
    const count = scan.components.length + 1;
    if (count > LIMITS.metadataFiles) {
      yield {
        ...nowhere,
        message: `the pack has ${count} files of metadata, more than ${LIMITS.metadataFiles}`,
        hint: 'split the pack',
      };
    }
    if (scan.hasTooManyEntries) {
      yield {
        ...nowhere,
        message: `the pack has more than ${LIMITS.entries} files and directories`,
        hint: 'leave out what is not part of it',
      };
    }
  },
};
