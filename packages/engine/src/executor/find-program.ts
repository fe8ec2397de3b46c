import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { StartError } from './start-error.ts';

/** The program on the PATH of the runner; entries that are no absolute path, the current directory among them, do not count. */
export function findProgram(name: string, path: string | undefined): string {
  if (name.includes('/')) {
    if (isProgram(name)) return name;
    throw new StartError('program_missing', `"${name}" is no program that can be run`);
  }
  for (const directory of (path ?? '').split(':')) {
    if (isAbsolute(directory) && isProgram(join(directory, name))) return join(directory, name);
  }
  throw new StartError('program_missing', `"${name}" is not on the PATH of the runner`);
}

/** Whether a runner with this PATH would find the program. */
export function hasProgram(name: string, path: string | undefined): boolean {
  try {
    findProgram(name, path);
    return true;
  } catch {
    return false;
  }
}

function isProgram(file: string): boolean {
  try {
    // Most places of a PATH have no such file, and an error that is thrown takes longer than the look.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
