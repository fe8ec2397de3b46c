import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EnvironmentKind, EnvironmentLock } from './need.ts';

/** How an environment stands: as it was built, not at all, or damaged since. */
export type EnvironmentState = 'whole' | 'missing' | { readonly damage: string };

/** What tells that an environment was built to its end. */
const MARK = 'built';

/** What the mark says: what has to stand for the environment to be whole. */
interface Mark {
  /** Lowercase hex SHA-256 of the lock. */
  readonly lock: string;
  /** The names in the directories that decide, by the path of each. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Absolute paths of files of the machine that it cannot do without. */
  readonly outside: readonly string[];
}

/** Marks a directory as an environment that was built to its end. */
export function markBuilt(directory: string, kind: EnvironmentKind, { sha256 }: EnvironmentLock): void {
  const isVenv = kind === 'venv';
  const directories = ['.', ...(isVenv ? ['bin', ...sitePackagesOf(directory)] : ['node_modules'])];
  const names = Object.fromEntries(directories.map((each) => [each, namesIn(join(directory, each))]));
  const mark: Mark = { lock: sha256, names, outside: isVenv ? standardLibraryOf(directory) : [] };
  writeFileSync(join(directory, MARK), `${JSON.stringify(mark)}\n`);
}

/**
 * How an environment stands at a place, by the lowercase hex SHA-256 of its lock or the beginning of it. Looks at the
 * names in a few directories and into no file of a package, so that each run can ask.
 */
export function environmentState(place: string, lockDigest: string): EnvironmentState {
  if (!existsSync(place)) return 'missing';
  const mark = markOf(place);
  if (!mark?.lock.startsWith(lockDigest))
    return { damage: 'the mark that it was built to its end is missing' };
  for (const [directory, expected] of Object.entries(mark.names)) {
    const there = new Set(namesIn(join(place, directory)));
    const gone = expected.find((name) => !there.has(name));
    if (gone !== undefined) return { damage: `"${join(directory, gone)}" is missing` };
  }
  const gone = mark.outside.find((path) => !existsSync(path));
  if (gone !== undefined) return { damage: `the Python that it was made from is gone: "${gone}" is missing` };
  return 'whole';
}

function markOf(place: string): Mark | undefined {
  try {
    const mark = JSON.parse(readFileSync(join(place, MARK), 'utf8'));
    const lists = [...Object.values(mark.names), mark.outside];
    return typeof mark.lock === 'string' && lists.every(Array.isArray) ? mark : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

const sitePackagesOf = (directory: string): readonly string[] =>
  namesIn(join(directory, 'lib')).map((python) => join('lib', python, 'site-packages'));

/** The copied interpreter of an environment finds its standard library where it was copied from. */
function standardLibraryOf(directory: string): readonly string[] {
  const settings = readFileSync(join(directory, 'pyvenv.cfg'), 'utf8');
  const home = /^home = (.+)$/m.exec(settings)?.[1] ?? '';
  const version = /^version = ([0-9]+\.[0-9]+)/m.exec(settings)?.[1] ?? '';
  const landmark = join(dirname(home), 'lib', `python${version}`, 'os.py');
  // A machine that keeps it elsewhere is not held to it.
  return existsSync(landmark) ? [landmark] : [];
}
