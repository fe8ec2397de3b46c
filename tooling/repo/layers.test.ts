import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS, LAYERS, TOOLING } from './layers.ts';
import { workspacePackages } from './published-packages.ts';
import { importsOf, isTestCode, packageOf, type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles();
const packages = workspacePackages().filter(({ folder }) => /[\\/]packages[\\/][^\\/]+$/.test(folder));

describe.each(packages)('$manifest.name', ({ folder, manifest }) => {
  const layer = LAYERS.indexOf(manifest.name as (typeof LAYERS)[number]);
  const allowed: readonly string[] = LAYERS.slice(0, layer);
  const own = files.filter(({ path }) => path.startsWith(`packages/${posix.basename(folder)}/`));

  test('has a place in the layers', () => {
    expect(LAYERS).toContain(manifest.name);
  });

  test('depends only on packages of the layers below', () => {
    const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    expect(dependencies.filter(isOurs).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('develops only with packages of the layers below and the shared settings', () => {
    const names = Object.keys(manifest.devDependencies ?? {}).filter(isOurs);
    expect(names.filter((name) => ![...allowed, ...TOOLING].includes(name))).toEqual([]);
  });

  test('imports only packages of the layers below, and the shared test settings in tests', () => {
    const stray = own.flatMap((file) => {
      const legal = isTestCode(file) ? [...allowed, '@packwright/vitest'] : allowed;
      const names = importsOf(file.text).map(packageOf).filter(isOurs);
      return names.filter((name) => !legal.includes(name)).map((name) => `${file.path} imports ${name}`);
    });
    expect(stray).toEqual([]);
  });

  test('reaches no file outside its own source by a relative path', () => {
    const stray = own.flatMap((file) =>
      relativeImports(file)
        .filter((target) => !target.startsWith(`packages/${posix.basename(folder)}/`))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(stray).toEqual([]);
  });
});

test('a format imports no other format', () => {
  const stray = files.flatMap((file) => {
    const others = FORMATS.filter((format) => format !== formatOf(file.path));
    if (others.length === FORMATS.length) return [];
    return importsOf(file.text)
      .filter((target) => others.some((other) => target.split('/').includes(other)))
      .map((target) => `${file.path} imports ${target}`);
  });
  expect(stray).toEqual([]);
});

test('outside the folder of a format, nobody asks which format a pack is of', () => {
  const question = new RegExp(`(?:[!=]==?|\\bcase)\\s*'(?:${FORMATS.join('|')})'`);
  const asking = files.filter(
    (file) => !isTestCode(file) && formatOf(file.path) === undefined && question.test(file.text),
  );
  expect(asking.map(({ path }) => path)).toEqual([]);
});

test('only validator/src/source knows the YAML library, and the engine for what actions read and write', () => {
  expect(importersOf('yaml').filter((path) => !path.startsWith('packages/validator/src/source/'))).toEqual([
    'packages/engine/src/attune/documents/yaml.ts',
    'packages/engine/src/output/parse-output.ts',
  ]);
});

test('two modules know the RE2 engine, one for each way of loading it', () => {
  expect(importersOf('re2js')).toEqual([
    'packages/values/src/re2/at-hand.ts',
    'packages/values/src/re2/on-demand.ts',
  ]);
  expect(importersOf('#re2')).toEqual(['packages/values/src/pattern/full-engine.ts']);
});

function importersOf(library: string): string[] {
  const importers = files.filter(
    (file) => !isTestCode(file) && importsOf(file.text).map(packageOf).includes(library),
  );
  return importers.map(({ path }) => path);
}

function relativeImports(file: SourceFile): string[] {
  const targets = importsOf(file.text).filter((target) => target.startsWith('.'));
  return targets.map((target) => posix.join(posix.dirname(file.path), target));
}

function formatOf(path: string): (typeof FORMATS)[number] | undefined {
  return FORMATS.find((format) => path.split('/').includes(format));
}

function isOurs(name: string): boolean {
  return name === 'packwright' || name.startsWith('@packwright/');
}
