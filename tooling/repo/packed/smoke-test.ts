import { mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exampleFolders, exampleImage } from '../example-images.ts';
import { codeEntries } from '../published-packages.ts';
import { capture } from './capture.ts';
import type { Tarball } from './pack-all.ts';

/**
 * What goes wrong when one Node imports every public entry of the installed packages, runs the CLI, and builds the
 * images of the examples, whose digests are the same on every Node.
 */
export function smokeTest(project: string, tarballs: readonly Tarball[], node: string): readonly string[] {
  const cli = join(project, 'node_modules', 'packwright', 'bin', 'packwright.js');
  const commands = [
    ['--input-type=module', '--eval', importAll(tarballs)],
    [cli, '--version'],
    [cli, 'validate', ...exampleFolders()],
  ];
  const problems = commands.flatMap((args) => {
    const { ok, output } = capture(project, [node, ...args]);
    return ok ? [] : [`${node} ${args.join(' ')}\n${output}`];
  });
  const images = mkdtempSync(join(project, 'images-'));
  return [
    ...problems,
    ...exampleFolders().flatMap((folder) => {
      const args = [cli, 'pack', 'build', folder, '--out', join(images, basename(folder))];
      const { output } = capture(project, [node, ...args]);
      const expected = exampleImage(folder);
      return output.trim() === expected ? [] : [`${node} ${args.join(' ')}\n${output}expected ${expected}`];
    }),
  ];
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
