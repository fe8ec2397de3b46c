import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportedNames } from './exported-names.ts';
import { assertBuilt, codeEntries, type PublicEntry, publishedPackages } from './published-packages.ts';

/** What users can import: a name added here is a minor release, a name removed a major one. */
const NAMES: Readonly<Record<string, readonly string[]>> = {};

const packages = publishedPackages();
const entries = packages.flatMap(codeEntries);

test('the public entries of every published package', () => {
  const maps = packages.map(({ manifest }) => [manifest.name, Object.keys(manifest.exports ?? {})]);
  expect(Object.fromEntries(maps)).toEqual({
    packwright: ['.', './package.json'],
    '@packwright/json-schemas': ['.', './schemas/*', './package.json'],
    '@packwright/schema': ['.', './emisar', './views', './package.json'],
    '@packwright/validator': ['.', './node', './emisar', './render', './package.json'],
    '@packwright/values': ['.', './package.json'],
  });
});

describe.each(entries)('$specifier', (entry) => {
  test('exports these names', () => {
    expect(exportedNames(declarationsOf(entry))).toEqual(NAMES[entry.specifier]);
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

function declarationsOf(entry: PublicEntry): string {
  assertBuilt(entry);
  return readFileSync(entry.file.replace(/\.js$/, '.d.ts'), 'utf8');
}
