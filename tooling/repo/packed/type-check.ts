import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeEntries, isForNode } from '../published-packages.ts';
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
};

const withoutNode = { ...compilerOptions, types: [] };
const withNode = {
  ...compilerOptions,
  types: ['node'],
  typeRoots: [join(repoRoot, 'node_modules', '@types')],
};

/** What TypeScript finds in the declarations of the installed packages; only entries for Node may ask for its types. */
export function typeCheck(project: string, tarballs: readonly Tarball[]): readonly string[] {
  const entries = tarballs.flatMap(codeEntries);
  const portable = entries.filter((entry) => !isForNode(entry)).map(({ specifier }) => specifier);
  const forNode = entries.filter(isForNode).map(({ specifier }) => specifier);
  return [
    ...compile(project, 'portable', portable, withoutNode),
    ...compile(project, 'for-node', forNode, withNode),
  ];
}

function compile(
  project: string,
  name: string,
  specifiers: readonly string[],
  options: object,
): readonly string[] {
  const imports = specifiers.map((specifier, index) => `export * as entry${index} from '${specifier}';\n`);
  writeFileSync(join(project, `${name}.ts`), imports.join(''));
  const config = { compilerOptions: options, files: [`${name}.ts`] };
  writeFileSync(join(project, `tsconfig.${name}.json`), JSON.stringify(config));
  const tsc = join(repoRoot, 'node_modules', '.bin', 'tsc');
  const { ok, output } = capture(project, [tsc, '-p', `tsconfig.${name}.json`]);
  return ok ? [] : [`declarations of the installed packages (${name})\n${output}`];
}
