import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { assertBuilt, codeEntries, publishedPackages } from './published-packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'packwright-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The CLI is for Node, and so is every `./node` entry; all other entries run anywhere.
const packages = publishedPackages().filter(({ manifest }) => manifest.name !== 'packwright');
const entries = packages.flatMap(codeEntries).filter(({ specifier }) => !specifier.endsWith('/node'));

describe.each(entries)('$specifier', (entry) => {
  test('bundles for a browser with all it imports, and runs without the globals of Node and without code from strings', async () => {
    assertBuilt(entry);
    // esbuild fails on an import of a Node module, in our code or in a dependency.
    const options = {
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    } as const;
    const { outputFiles } = await build({ ...options, entryPoints: [entry.file] });
    const bundle = join(folder, `${entry.specifier.replaceAll('/', '-')}.mjs`);
    writeFileSync(bundle, outputFiles[0]?.text ?? '');
    expect(run(`console.log(Object.keys(await import(${JSON.stringify(bundle)})).length > 0)`)).toBe(
      'true\n',
    );
  });
});

test('the check itself: code from strings and the globals of Node are out of reach', () => {
  expect(run('console.log(typeof process, typeof Buffer)')).toBe('undefined undefined\n');
  expect(() => run('new Function("return 1")()')).toThrow('Code generation from strings disallowed');
});

function run(code: string): string {
  const bare = `delete globalThis.process; delete globalThis.Buffer; delete globalThis.global;\n${code}`;
  const args = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', bare];
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
}
