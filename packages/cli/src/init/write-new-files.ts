import { lstatSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shownPath } from '@packwright/validator/node';
import { UsageError } from '../usage-error.ts';

/** Writes files that must not exist yet into a directory, all or none; what begins with `#!` may be executed. */
export function writeNewFiles(cwd: string, operand: string, files: ReadonlyMap<string, string>): void {
  const directory = resolve(cwd, operand);
  const stats = statSync(directory, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new UsageError(`"${operand}" is not a directory`);
  for (const path of files.keys()) {
    const file = join(directory, path);
    if (!lstatSync(file, { throwIfNoEntry: false })) continue;
    const hint = 'nothing was written; name an empty directory';
    throw new UsageError(`"${shownPath(file, cwd)}" exists already`, hint);
  }
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx', mode: text.startsWith('#!') ? 0o755 : 0o644 });
      written.push(file);
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true });
    throw error;
  }
}
