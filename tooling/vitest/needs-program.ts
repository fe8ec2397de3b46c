import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';
import { leaveOut } from './leave-out.ts';

/**
 * A `describe` that needs a program of the machine and gets its path; left out, in one line, where there is none.
 * With PACKWRIGHT_REQUIRE_ALL=1 a missing program fails the run.
 */
export function needsProgram(name: string, debianPackage: string, tests: (path: string) => void): void {
  const found = programPath(name);
  if (found !== undefined) return void describe(`with ${name}`, () => tests(found));
  const remedy = `no \`${name}\` on this machine; \`apt-get install ${debianPackage}\` brings it`;
  if (process.env.PACKWRIGHT_REQUIRE_ALL === '1') throw new Error(remedy);
  leaveOut(`tests with ${name}`, remedy);
}

function programPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
