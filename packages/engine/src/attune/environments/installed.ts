import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../../journal/file-lock.ts';

/** An environment that stands on this machine. */
export interface InstalledEnvironment {
  readonly packRef: string;
  /** `venv-` or `node_modules-` and the beginning of its lock's digest. */
  readonly name: string;
  readonly place: string;
}

const NAME = /^(?:venv|node_modules)-[0-9a-f]{32}$/;

/** The environments that stand below a directory, by pack and name; none where it is not there. */
export function installedEnvironments(root: string): readonly InstalledEnvironment[] {
  return entriesOf(root).flatMap((packRef) =>
    entriesOf(join(root, packRef))
      .filter((name) => NAME.test(name))
      .map((name) => ({ packRef, name, place: join(root, packRef, name) })),
  );
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
