import { globSync } from 'node:fs';
import { join } from 'node:path';
import { codeEntries } from '../published-packages.ts';
import { repoRoot } from '../repo-root.ts';
import { capture } from './capture.ts';
import type { Tarball } from './pack-all.ts';

/** What goes wrong when one Node imports every public entry of the installed packages and runs the CLI. */
export function smokeTest(project: string, tarballs: readonly Tarball[], node: string): readonly string[] {
  const cli = join(project, 'node_modules', 'packwright', 'bin', 'packwright.js');
  const commands = [
    ['--input-type=module', '--eval', importAll(tarballs)],
    [cli, '--version'],
    [cli, 'validate', ...examplePacks()],
  ];
  return commands.flatMap((args) => {
    const { ok, output } = capture(project, [node, ...args]);
    return ok ? [] : [`${node} ${args.join(' ')}\n${output}`];
  });
}

function importAll(tarballs: readonly Tarball[]): string {
  const code = tarballs.flatMap(codeEntries).map(({ specifier }) => `await import('${specifier}');`);
  const json = tarballs
    .flatMap(jsonEntries)
    .map((one) => `await import('${one}', { with: { type: 'json' } });`);
  return [...code, ...json].join('\n');
}

function jsonEntries({ manifest }: Tarball): readonly string[] {
  const entries = Object.entries(manifest.exports ?? {}).filter(([path]) => !path.includes('*'));
  const json = entries.filter(([, target]) => typeof target === 'string' && target.endsWith('.json'));
  return json.map(([path]) => manifest.name + path.slice(1));
}

function examplePacks(): readonly string[] {
  return globSync('examples/*', { cwd: repoRoot }).map((path) => join(repoRoot, path));
}
