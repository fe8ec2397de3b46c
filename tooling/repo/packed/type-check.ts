import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeEntries } from '../published-packages.ts';
import { repoRoot } from '../repo-root.ts';
import { capture } from './capture.ts';
import type { Tarball } from './pack-all.ts';

const compilerOptions = {
  module: 'NodeNext',
  target: 'ES2023',
  strict: true,
  noEmit: true,
  // The point: the declarations themselves are checked, with nothing but what the tarballs depend on.
  skipLibCheck: false,
  types: [],
};

/** What TypeScript finds in the declarations of the installed packages. */
export function typeCheck(project: string, tarballs: readonly Tarball[]): readonly string[] {
  const entries = tarballs.flatMap(codeEntries);
  const lines = entries.map(({ specifier }, index) => `export * as entry${index} from '${specifier}';\n`);
  writeFileSync(join(project, 'user.ts'), lines.join(''));
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['user.ts'] }));
  const { ok, output } = capture(project, [
    join(repoRoot, 'node_modules', '.bin', 'tsc'),
    '-p',
    'tsconfig.json',
  ]);
  return ok ? [] : [`declarations of the installed packages\n${output}`];
}
