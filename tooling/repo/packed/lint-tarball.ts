import { codeEntries } from '../published-packages.ts';
import { repoRoot } from '../repo-root.ts';
import { capture } from './capture.ts';
import type { Tarball } from './pack-all.ts';

/** What publint and, for a package with code, attw have to say. */
export function lintTarball(tarball: Tarball): readonly string[] {
  const commands = [['publint', tarball.file, '--strict']];
  // attw would ask the registry for `@types`; our packages bring their own.
  const attw = ['attw', tarball.file, '--profile', 'esm-only', '--no-definitely-typed', '--no-emoji'];
  if (codeEntries(tarball).length > 0) commands.push(attw);
  return commands.flatMap(([program = '', ...args]) => {
    const { ok, output } = capture(repoRoot, [`node_modules/.bin/${program}`, ...args]);
    return ok ? [] : [`${tarball.manifest.name}: ${program}\n${output}`];
  });
}
