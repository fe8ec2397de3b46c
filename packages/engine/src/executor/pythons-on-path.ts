import { readdirSync, type Stats, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';

const HIGHEST_MINOR = 40;
/** `python3.40` to `python3.0`. */
const NAMES: readonly string[] = Array.from(
  { length: HIGHEST_MINOR + 1 },
  (_, below) => `python3.${HIGHEST_MINOR - below}`,
);
/** Within one tick of its clock a file system tells two states of a directory by nothing; some tick every two seconds. */
const LONGEST_TICK_MS = 2_000;

/**
 * Tells the names `python3.N` that stand on the PATH of the runner, highest first, whether or not they can be run. A
 * directory is listed once for as long as nothing comes into it or goes: that is dearer than every look at one file.
 */
export function pythonsOnPath(): () => readonly string[] {
  const known = new Map<string, Listing>();
  return () => {
    const found = new Set<string>();
    for (const directory of (process.env.PATH ?? '').split(':')) {
      if (!isAbsolute(directory)) continue;
      for (const name of namesIn(directory, known)) found.add(name);
    }
    return NAMES.filter((name) => found.has(name));
  };
}

interface Listing {
  readonly state: string;
  readonly names: readonly string[];
}

function namesIn(directory: string, known: Map<string, Listing>): readonly string[] {
  const stats = statsOf(directory);
  if (!stats) return [];
  // Not the time of the last change, which whoever unpacks an archive sets back.
  const state = `${stats.dev} ${stats.ino} ${stats.ctimeMs}`;
  const before = known.get(directory);
  if (before?.state === state) return before.names;
  const names = listed(directory);
  if (stats.ctimeMs < Date.now() - LONGEST_TICK_MS) known.set(directory, { state, names });
  return names;
}

function statsOf(directory: string): Stats | undefined {
  try {
    return statSync(directory, { throwIfNoEntry: false });
  } catch {
    // Nothing is started from where nobody may look.
    return undefined;
  }
}

function listed(directory: string): readonly string[] {
  try {
    const entries = new Set(readdirSync(directory));
    return NAMES.filter((name) => entries.has(name));
  } catch (error) {
    // What may not be listed may still be started from.
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? NAMES : [];
  }
}
