import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages } from './published-packages.ts';
import { repoRoot } from './repo-root.ts';
import { importsOf, isTestCode, packageOf, sourceFiles } from './source-files.ts';

const published = publishedPackages().map(({ manifest }) => manifest);

test('all published packages are released together, under one version', () => {
  const { fixed } = JSON.parse(readFileSync(join(repoRoot, '.changeset', 'config.json'), 'utf8'));
  expect(fixed).toEqual([published.map(({ name }) => name)]);
  expect(new Set(published.map(({ version }) => version)).size).toBe(1);
});

test('every published package promises Node 20.19, is public and brings its README and licence', () => {
  const promises = published.map(({ engines, files, publishConfig }) => ({
    node: engines?.node,
    access: publishConfig?.access,
    texts: files?.filter((name) => name === 'README.md' || name === 'LICENSE'),
  }));
  const promise = { node: '>=20.19', access: 'public', texts: ['README.md', 'LICENSE'] };
  expect(promises).toEqual(published.map(() => promise));
});

test('the dependencies that users install with each package', () => {
  const external = published.map(({ name, dependencies }) => [
    name,
    Object.keys(dependencies ?? {}).filter((dependency) => !dependency.startsWith('@packwright/')),
  ]);
  expect(Object.fromEntries(external)).toEqual({
    '@packwright/capabilities': ['@cfworker/json-schema', '@marcbachmann/cel-js'],
    packwright: [
      '@cfworker/json-schema',
      '@clack/prompts',
      '@marcbachmann/cel-js',
      '@noble/curves',
      '@sigstore/bundle',
      '@sigstore/protobuf-specs',
      '@sigstore/sign',
      '@sigstore/verify',
      'diff',
      're2js',
      'tar-stream',
      'yaml',
      'yauzl',
    ],
    '@packwright/engine': ['yaml'],
    '@packwright/image': [],
    '@packwright/installer': [
      '@sigstore/bundle',
      '@sigstore/protobuf-specs',
      '@sigstore/verify',
      'tar-stream',
      'zod',
    ],
    '@packwright/json-schemas': [],
    '@packwright/runner': [
      '@modelcontextprotocol/node',
      '@modelcontextprotocol/server',
      '@opentelemetry/exporter-metrics-otlp-http',
      '@opentelemetry/exporter-prometheus',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-metrics',
      'zod',
    ],
    '@packwright/schema': ['zod'],
    '@packwright/trust': ['@noble/curves', 'zod'],
    '@packwright/validator': ['yauzl'],
    '@packwright/values': ['re2js'],
  });
});

test('what users install is imported by code that runs or named by its types, not only by tests', () => {
  const running = sourceFiles().filter((file) => !isTestCode(file));
  // The command line brings what the code that it carries imports; a test of its bundle holds it to that.
  const others = publishedPackages().filter(({ manifest }) => manifest.name !== 'packwright');
  const idle = others.flatMap(({ folder, manifest }) => {
    const own = running.filter(({ path }) => path.startsWith(`${relative(repoRoot, folder)}/`));
    const imported = new Set(
      [...own.flatMap(({ text }) => importsOf(text)), ...typesOf(folder)].map(packageOf),
    );
    return Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => !imported.has(dependency))
      .map((dependency) => `${manifest.name} does not import ${dependency}`);
  });
  expect(idle).toEqual([]);
});

/** What the declarations name that were built of a package. */
function typesOf(folder: string): readonly string[] {
  const texts = globSync('dist/**/*.d.ts', { cwd: folder }).map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  return texts.flatMap((text) => [...text.matchAll(/import\("([^"]+)"\)/g)].map(([, name = '']) => name));
}
