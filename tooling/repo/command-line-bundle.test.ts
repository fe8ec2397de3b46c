import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { publishedPackages } from './published-packages.ts';
import { repoRoot } from './repo-root.ts';

// The command line carries the code of the other packages, and has to bring what that code imports.
const folder = join(repoRoot, 'packages/cli');
const dist = join(folder, 'dist');
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const texts = [...textsBehind('index.js').values()];

/** What a file of the bundle can come to load, by name; a build that came out of a cache may stand beside older files. */
function textsBehind(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const text = readFileSync(join(dist, file), 'utf8');
  found.set(file, text);
  for (const [, name = ''] of text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) textsBehind(name, found);
  return found;
}

const packageOf = (specifier: string) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? '';

test('the command line imports what its package depends on, and nothing else', () => {
  const imported = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:from|import)\(?["'`](@?[a-z][\w@/.-]*)["'`]/g)].map(([, name = '']) => name),
  );
  const packages = [...new Set(imported.map(packageOf))].toSorted();
  expect(packages).toEqual([
    '@cfworker/json-schema',
    '@clack/prompts',
    '@marcbachmann/cel-js',
    '@noble/curves',
    '@sigstore/bundle',
    '@sigstore/sign',
    'diff',
    'tar-stream',
    'yaml',
    'yauzl',
  ]);
  const found = [
    ...packages,
    '@packwright/json-schemas',
    '@sigstore/protobuf-specs',
    '@sigstore/verify',
    're2js',
  ];
  expect(Object.keys(dependencies)).toEqual(found.toSorted());
  // What is resolved or required when it is needed.
  for (const name of found) expect(texts.some((text) => text.includes(name))).toBe(true);
});

test('what the other packages depend on comes in the version that they ask for', () => {
  const asked = publishedPackages().flatMap(({ manifest }) =>
    Object.entries((manifest as { readonly dependencies?: Record<string, string> }).dependencies ?? {}),
  );
  const others = asked.filter(([name, version]) => (dependencies[name] ?? version) !== version);
  expect(others).toEqual([]);
});

test('the code of others comes with its licenses', () => {
  expect(readdirSync(join(dist, 'licenses'))).toEqual(['noble-hashes.txt', 'zod.txt']);
  expect(readFileSync(join(dist, 'licenses', 'zod.txt'), 'utf8')).toContain('MIT License');
});

test('what needs neither packs nor runs loads neither', () => {
  const [entry = '', ...others] = loadedBy('--version');
  expect(entry).toBe('index.js');
  expect(others.filter((name) => /^(?:running|judging)-/.test(name))).toEqual([]);
  expect(loadedBy('digest', 'examples/disk-care').filter((name) => name.startsWith('running-'))).toEqual([]);
});

/** The files of the bundle that a command loads. */
function loadedBy(...line: readonly string[]): readonly string[] {
  const hook = `
    import { registerHooks } from 'node:module';
    registerHooks({ load: (url, context, next) => {
      if (url.startsWith(${JSON.stringify(pathToFileURL(dist).href)})) console.error(url.split('/').at(-1));
      return next(url, context);
    } });`;
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  const argv = ['--import', preload, join(folder, 'bin/packwright.js'), ...line];
  const { stderr } = spawnSync(process.execPath, argv, { cwd: repoRoot, encoding: 'utf8' });
  return stderr.trim().split('\n');
}
