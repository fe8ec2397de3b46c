import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageInput } from '@packwright/image';
import { imageInput, memoryTree, open } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleFolders, exampleImages } from './example-images.ts';
import {
  assertBuilt,
  codeEntries,
  isForNode,
  type PublicEntry,
  publishedPackages,
} from './published-packages.ts';
import { repoRoot } from './repo-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'packwright-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entries = publishedPackages()
  .flatMap(codeEntries)
  .filter((entry) => !isForNode(entry));

describe.each(entries)('$specifier', (entry) => {
  test('bundles for a browser with all it imports, and loads without Node and without code from strings', async () => {
    const bundle = await bundled(entry);
    expect(run(`console.log(Object.keys(await import(${JSON.stringify(bundle)})).length > 0)`)).toBe(
      'true\n',
    );
  });
});

test('a pack opened without Node gets the verdict and the digest that it gets on Node', async () => {
  const bundle = await bundled(entryOf('@packwright/validator'));
  const pack = examplePack();
  const output = run(`
    const { memoryTree, open } = await import(${JSON.stringify(bundle)});
    const { diagnostics, digest } = open(memoryTree(${JSON.stringify(pack)}));
    console.log(JSON.stringify({ diagnostics, digest }));
  `);
  const { digest } = open(memoryTree(pack), { sha256: nodeSha256 });
  expect(JSON.parse(output)).toEqual({ diagnostics: [], digest });
});

test('images built without Node have the digests that they have on Node', async () => {
  const bundle = await bundled(entryOf('@packwright/image'));
  const inputs = join(folder, 'inputs.mjs');
  writeFileSync(inputs, `export default ${JSON.stringify(exampleFolders().map(plainInput))};`);
  const output = run(`
    const { buildImage } = await import(${JSON.stringify(bundle)});
    const { default: inputs } = await import(${JSON.stringify(inputs)});
    const withBytes = ({ content, ...entry }) => ({ ...entry, bytes: () => new Uint8Array(content) });
    const digests = inputs.map((input) => buildImage({ ...input, entries: input.entries.map(withBytes) }).digest);
    console.log(JSON.stringify(digests));
  `);
  expect(JSON.parse(output)).toEqual(Object.values(exampleImages));
});

test('the check itself: code from strings and the globals of Node are out of reach', () => {
  expect(run('console.log(typeof process, typeof Buffer)')).toBe('undefined undefined\n');
  expect(() => run('new Function("return 1")()')).toThrow('Code generation from strings disallowed');
});

function entryOf(specifier: string): PublicEntry {
  return entries.find((entry) => entry.specifier === specifier) as PublicEntry;
}

/** What an image is made from, as data. */
function plainInput(example: string): object {
  const tree = directoryTree(example);
  const input = imageInput(tree, open(tree)) as ImageInput;
  const plain = [...input.entries].map((entry) =>
    entry.kind === 'file' ? { ...entry, content: [...entry.bytes()] } : entry,
  );
  return { ...input, entries: plain };
}

/** Path of the entry in one file; esbuild fails on an import of a Node module, in our code or in a dependency. */
async function bundled(entry: PublicEntry): Promise<string> {
  assertBuilt(entry);
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
  return bundle;
}

function run(code: string): string {
  const bare = `delete globalThis.process; delete globalThis.Buffer; delete globalThis.global;\n${code}`;
  const args = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', bare];
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
}

function examplePack(): Record<string, string> {
  const cwd = join(repoRoot, 'examples', 'disk-care');
  const paths = globSync('**/*.{yaml,sh}', { cwd });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(cwd, path), 'utf8')]));
}
