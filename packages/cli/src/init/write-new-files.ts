import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Writes files that must not exist yet, all or none; a shell script may be executed. */
export function writeNewFiles(directory: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(directory) && !lstatSync(directory).isDirectory()) {
    throw new UsageError(`"${directory}" is not a directory`);
  }
  for (const path of files.keys()) {
    if (!lstatSync(join(directory, path), { throwIfNoEntry: false })) continue;
    throw new UsageError(
      `"${join(directory, path)}" exists already`,
      'nothing was written; name an empty directory',
    );
  }
  for (const [path, text] of files) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx', mode: path.endsWith('.sh') ? 0o755 : 0o644 });
  }
}
