import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../../journal/file-lock.ts';
import { environmentState } from './built.ts';

/** An environment that stands on this machine. */
export interface InstalledEnvironment {
  readonly packRef: string;
  /** `venv-` or `node_modules-` and the beginning of its lock's digest. */
  readonly name: string;
  readonly place: string;
  /** What of it has gone since it was built; null for one that is whole. */
  readonly damage: string | null;
}

const NAME = /^(?:venv|node_modules)-([0-9a-f]{32})$/;

/** The environments that stand below a directory, by pack and name; none where it is not there. */
export function installedEnvironments(root: string): readonly InstalledEnvironment[] {
  return entriesOf(root).flatMap((packRef) =>
    entriesOf(join(root, packRef)).flatMap((name) => {
      const lockDigest = NAME.exec(name)?.[1];
      if (lockDigest === undefined) return [];
      const place = join(root, packRef, name);
      return [{ packRef, name, place, damage: damageOf(place, lockDigest) }];
    }),
  );
}

function damageOf(place: string, lockDigest: string): string | null {
  const state = environmentState(place, lockDigest);
  return typeof state === 'string' ? null : state.damage;
}

/** Removes one, and waits for who builds it. */
export async function removeEnvironment({ place }: InstalledEnvironment): Promise<void> {
  const release = await lockFile(`${place}.lock`);
  try {
    rmSync(place, { recursive: true, force: true });
  } finally {
    release();
  }
}

function entriesOf(directory: string): readonly string[] {
  try {
    return readdirSync(directory).toSorted();
  } catch {
    return [];
  }
}
