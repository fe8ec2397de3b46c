import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentKind, EnvironmentLock } from './need.ts';

/** What tells that an environment was built to its end; holds the digest of its lock. */
export const MARK = 'built';

/** Where the environment of a lock stands: another lock, another place. */
export function placeOf(
  root: string,
  packRef: string,
  kind: EnvironmentKind,
  { sha256 }: EnvironmentLock,
): string {
  return join(root, packRef, `${kind}-${sha256.slice(0, 32)}`);
}

/** Whether an environment was built to its end for exactly this lock. A half-built one counts as none. */
export function isBuilt(place: string, { sha256 }: EnvironmentLock): boolean {
  try {
    return readFileSync(join(place, MARK), 'utf8') === sha256;
  } catch {
    return false;
  }
}
