import { readFileSync, statSync } from 'node:fs';
import {
  emptyTrustFile,
  type Outcome,
  readTrustFile,
  type Standing,
  standingOf,
  type TrustFile,
} from '@packwright/trust';
import type { TrustPort } from './trust-port.ts';

/** Trust as a file says it. */
export interface FileTrust extends TrustPort {
  /** All that the file says now; empty where there is none. */
  file(): Outcome<TrustFile>;
}

/**
 * Trust as a file says it, looked at for every run and read again once it is another file or was written to. A file that
 * is missing trusts nothing, nor does a damaged one.
 */
export function fileTrust(path: string): FileTrust {
  let last: { readonly state: string | undefined; readonly file: Outcome<TrustFile> } | undefined;
  const file = (): Outcome<TrustFile> => {
    // Looked at before it is read: what is written in between is read twice rather than not at all.
    const state = stateOf(path);
    // A file of a hundred packs takes a millisecond to read, and every run asks three times.
    if (last === undefined || last.state !== state) last = { state, file: read(path) };
    return last.file;
  };
  return {
    file,
    standingOf(pack, digest): Standing {
      const now = file();
      if (now.ok) return standingOf(now.value, pack, digest);
      return { state: 'pending', isDrifted: false, trusted: null, ratings: {}, problem: now.problem };
    },
  };
}

/** Changes with every write, also with one that keeps the size and puts the time back; undefined where there is none. */
function stateOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
}

function read(path: string): Outcome<TrustFile> {
  try {
    return readTrustFile(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: emptyTrustFile };
    throw error;
  }
}
