import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportedNames } from './exported-names.ts';
import { PUBLIC_NAMES } from './public-names.ts';
import {
  assertBuilt,
  codeEntries,
  type Manifest,
  type PublicEntry,
  publishedPackages,
} from './published-packages.ts';

const packages = publishedPackages();
const entries = packages.flatMap(codeEntries);

test('the public entries of every published package, and the file behind each', () => {
  const maps = packages.map(({ manifest }) => [manifest.name, exportMap(manifest)]);
  expect(Object.fromEntries(maps)).toEqual({
    packwright: {
      '.': './dist/index.js',
      './package.json': './package.json',
      './schemas/*': './schemas/*',
    },
    '@packwright/capabilities': {
      '.': './dist/index.js',
      './package.json': './package.json',
    },
    '@packwright/engine': {
      '.': './dist/index.js',
      './attune': './dist/attune/index.js',
      './emisar': './dist/emisar/index.js',
      './package.json': './package.json',
    },
    '@packwright/image': {
      '.': './dist/index.js',
      './node': './dist/node.js',
      './package.json': './package.json',
    },
    '@packwright/installer': {
      '.': './dist/index.js',
      './node': './dist/node.js',
      './host': './dist/host.js',
      './documents': './dist/documents.js',
      './package.json': './package.json',
    },
    '@packwright/json-schemas': {
      '.': './index.json',
      './schemas/*': './schemas/*',
      './package.json': './package.json',
    },
    '@packwright/runner': {
      '.': './dist/index.js',
      './package.json': './package.json',
    },
    '@packwright/schema': {
      '.': './dist/index.js',
      './emisar': './dist/emisar/index.js',
      './attune': './dist/attune/index.js',
      './evershell': './dist/evershell/index.js',
      './config': './dist/config/index.js',
      './views': './dist/views/index.js',
      './zod': './dist/zod.js',
      './form': './dist/form/index.js',
      './emisar/forms': './dist/emisar/forms.js',
      './attune/forms': './dist/attune/forms.js',
      './attune/keys': './dist/attune/known-keys.js',
      './config/forms': './dist/config/forms.js',
      './terms': './dist/terms/index.js',
      './package.json': './package.json',
    },
    '@packwright/trust': {
      '.': './dist/index.js',
      './signature': './dist/signature.js',
      './documents': './dist/documents.js',
      './package.json': './package.json',
    },
    '@packwright/validator': {
      '.': './dist/index.js',
      './node': './dist/node.js',
      './attune': './dist/attune/index.js',
      './emisar': './dist/emisar/index.js',
      './evershell': './dist/evershell/index.js',
      './render': './dist/render/index.js',
      './settings': './dist/settings/index.js',
      './on-demand': './dist/on-demand.js',
      './scripts': './dist/scripts/index.js',
      './package.json': './package.json',
    },
    '@packwright/values': {
      '.': './dist/index.js',
      './package.json': './package.json',
    },
  });
});

describe.each(entries)('$specifier', (entry) => {
  test('exports these names', () => {
    expect(exportedNames(declarationsOf(entry))).toEqual(PUBLIC_NAMES[entry.specifier]);
  });

  test('brings no value that its declarations do not name', async () => {
    const values = Object.keys(await import(entry.file));
    expect(values.filter((name) => !exportedNames(declarationsOf(entry)).includes(name))).toEqual([]);
  });

  test('names what it exports, one by one', () => {
    expect(declarationsOf(entry)).not.toMatch(/^export \*/m);
    expect(declarationsOf(entry)).not.toMatch(/^export default/m);
  });
});

function exportMap({ exports = {} }: Manifest): Record<string, string | undefined> {
  const targets = Object.entries(exports).map(([path, target]) => [
    path,
    typeof target === 'string' ? target : target.default,
  ]);
  return Object.fromEntries(targets);
}

function declarationsOf(entry: PublicEntry): string {
  assertBuilt(entry);
  return readFileSync(entry.file.replace(/\.js$/, '.d.ts'), 'utf8');
}
