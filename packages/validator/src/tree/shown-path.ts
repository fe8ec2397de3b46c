import { isAbsolute, relative, sep } from 'node:path';

/** A path as people read it: from the working directory, with `/`; `.` for itself. */
export function shownPath(location: string, cwd: string): string {
  const path = relative(cwd, location);
  return path === '' ? '.' : path.split(sep).join('/');
}

/** The same for what may lie anywhere on the machine: as it is where it does not lie in the working directory. */
export function shownPlace(location: string, cwd: string): string {
  const path = shownPath(location, cwd);
  return path === '..' || path.startsWith('../') || isAbsolute(path) ? location : path;
}
