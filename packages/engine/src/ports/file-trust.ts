import { readFileSync } from 'node:fs';
import { emptyTrustFile, readTrustFile, standingOf, type TrustFile } from '@packwright/trust';
import type { TrustPort } from './trust-port.ts';

/** Trust as a file says it, read anew for every run. A file that is missing trusts nothing, a damaged one stops all. */
export function fileTrust(path: string): TrustPort {
  return { standingOf: (pack, digest) => standingOf(read(path), pack, digest) };
}

function read(path: string): TrustFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyTrustFile;
    throw error;
  }
  const outcome = readTrustFile(text);
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.message}: ${path}`);
}
