import { readFileSync } from 'node:fs';
import {
  emptyTrustFile,
  type Outcome,
  readTrustFile,
  type Standing,
  standingOf,
  type TrustFile,
} from '@packwright/trust';
import type { TrustPort } from './trust-port.ts';

/** Trust as a file says it, read anew for every run. A file that is missing trusts nothing, nor does a damaged one. */
export function fileTrust(path: string): TrustPort {
  return {
    standingOf(pack, digest): Standing {
      const file = read(path);
      if (file.ok) return standingOf(file.value, pack, digest);
      return { state: 'pending', isDrifted: false, trusted: null, ratings: {}, problem: file.problem };
    },
  };
}

function read(path: string): Outcome<TrustFile> {
  try {
    return readTrustFile(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: emptyTrustFile };
    throw error;
  }
}
