import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { isSystemError } from '../system-error.ts';
import { error, type Finding, orFine, warning } from './finding.ts';

/** The places of a host that decide what runs, or keep what ran. */
export interface Places {
  readonly state: string;
  readonly journal: string;
  readonly trustFile: string;
  readonly scratch: string;
  readonly packs: string | undefined;
  readonly settings: readonly string[];
}

/** Whether anyone but the owner may change what decides and what is kept. */
export function checkPermissions(places: Places): readonly Finding[] {
  const { state, journal, trustFile, scratch, packs, settings } = places;
  const decide = [...settings, state, trustFile, journal, ...(packs === undefined ? [] : [packs])];
  const findings = [
    ...[...new Set(decide.flatMap(openAlong))].map((path) =>
      error('permissions', `others may write to "${path}"`, `chmod go-w ${path}`),
    ),
    ...notPrivate(state, 0o077, 'the state directory', '700'),
    ...notPrivate(journal, 0o077, 'the journal', '600'),
    ...scratchFindings(scratch),
    ...[state, journal].filter((path) => !isWritable(path)).map(notMine),
  ];
  return orFine(findings, 'permissions', 'only the owner may change what decides and what is kept');
}

/** Where on the way to a path others may put something else in its place. */
function openAlong(path: string): readonly string[] {
  const stats = statsOf(path);
  const here = stats && !stats.isSymbolicLink() && isOpen(stats) ? [path] : [];
  const parent = dirname(path);
  return parent === path ? here : [...here, ...openAlong(parent)];
}

/** A directory like /tmp lets nobody touch what another one made; a group of the owner alone is the owner. */
function isOpen(stats: Stats): boolean {
  if (stats.isDirectory() && (stats.mode & constants.S_IFMT) !== 0 && (stats.mode & 0o1000) !== 0)
    return false;
  return (stats.mode & 0o002) !== 0 || ((stats.mode & 0o020) !== 0 && stats.gid !== stats.uid);
}

function notPrivate(path: string, mask: number, what: string, mode: string): readonly Finding[] {
  const stats = statsOf(path);
  if (!stats || (stats.mode & mask & 0o055) === 0) return [];
  return [warning('permissions', `others may read ${what} "${path}"`, `chmod ${mode} ${path}`)];
}

function scratchFindings(scratch: string): readonly Finding[] {
  const stats = statsOf(scratch);
  if (!stats || !isOpen(stats)) return [];
  return [
    error('permissions', `others may write to "${scratch}", from which scripts run`, `chmod 711 ${scratch}`),
  ];
}

const notMine = (path: string): Finding =>
  warning(
    'permissions',
    `"${path}" cannot be written by the user of this command`,
    'run it as the user of the runner',
  );

function isWritable(path: string): boolean {
  const stats = statsOf(path);
  // What is not there is made; whether it can be is up to the next thing above it.
  if (!stats) return dirname(path) === path || isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Nothing too of what lies in a directory that is shut to this user; that directory is told of by itself. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    if (isSystemError(cause) && cause.code === 'EACCES') return undefined;
    throw cause;
  }
}
