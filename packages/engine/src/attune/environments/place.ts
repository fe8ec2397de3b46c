import { join } from 'node:path';
import type { EnvironmentKind, EnvironmentLock } from './need.ts';

/** Where the environment of a lock stands: another lock, another place. */
export function placeOf(
  root: string,
  packRef: string,
  kind: EnvironmentKind,
  { sha256 }: EnvironmentLock,
): string {
  return join(root, packRef, `${kind}-${sha256.slice(0, 32)}`);
}
