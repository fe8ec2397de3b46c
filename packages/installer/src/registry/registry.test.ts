import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { open } from '@packwright/validator';
import { archiveTree, directoryTree, nodeSha256 } from '@packwright/validator/node';
import { describeShared, needsProgram } from '@packwright/vitest';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { demoFiles, demoPack, newFolder, written } from '../fixtures/packs.ts';
import { InstallError } from '../install-error.ts';
import { buildRegistry } from './build-registry.ts';
import type { CatalogEntry } from './history.ts';
import { verifyRegistry } from './verify-registry.ts';

const packAt = (path: string) => {
  const tree = directoryTree(path);
  return { tree, opened: open(tree, { sha256: nodeSha256 }) };
};
const terms = { cwd: '/', registry: undefined, hosts: undefined, timeoutMs: 1_000 };

/** The catalog of the next build, or the code and message of a refusal. */
async function next(
  paths: readonly string[],
  previous: readonly CatalogEntry[] = [],
): Promise<readonly CatalogEntry[] | string> {
  try {
    const { files } = await buildRegistry(paths.map(packAt), { baseUrl: '', previous });
    return JSON.parse(new TextDecoder().decode(files.get('v1/catalog.json'))).packs;
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

const withFloor = (version: string, floor: string) => {
  const files = demoFiles(version);
  const manifest = `${files['pack.yaml']}retired_below: ${floor}\n`;
  return written(newFolder(), { ...files, 'pack.yaml': manifest });
};

describeShared('corpus/emisar', (corpus) => {
  // What upstream published; packs with scripts are stand-ins here and hash otherwise.
  const published = {
    redis: ['0.3.10', 'b4f659497c189dc2866b742806ab9b37ec2fcb4f7d743d555983315df1c39e25'],
    'linux-core': ['0.4.1', 'a5852885bec7b265c98bc897b6c45448d88c3cc92b098cd3d221b4c98e20edd4'],
    nic: ['0.1.1', 'fe4e1d8a7e8633d57d95197103c8260d7b1273106595bae24c70efcacf65956d'],
    'time-sync': ['0.1.9', '717e790d5496ff76f9f5dad8fdb05aa08b476147d8e52a9a18579e14cf27f9b3'],
  } as const;

  test('a registry of real packs has them under the hashes that upstream published', async () => {
    const packs = Object.keys(published).map((id) => packAt(join(corpus, id)));
    const { files } = await buildRegistry(packs, { baseUrl: '', previous: [] });
    for (const [id, [version, hex]] of Object.entries(published)) {
      const tarball = files.get(`v1/packs/${id}/${version}/${hex}/pack.tar.gz`);
      expect([id, tarball !== undefined]).toEqual([id, true]);
      const { digest } = open(await archiveTree([tarball ?? new Uint8Array()]), { sha256: nodeSha256 });
      expect(digest).toBe(`sha256:${hex}`);
    }
  });
});

test('the tree is the one that runners read: catalog last, and everything else named by what it holds', async () => {
  const { files, manifest } = await buildRegistry([packAt(demoPack('1.0.0'))], {
    baseUrl: 'https://packs.example/',
    previous: [],
  });
  const paths = [...files.keys()];
  expect(paths.map((path) => path.replaceAll(/[0-9a-f]{64}/g, 'HEX'))).toEqual([
    ...['catalog', 'pack', 'action'].map((name) => `v1/schemas/${name}.v4.schema.json`),
    'v1/packs/demo/1.0.0/HEX/pack.tar.gz',
    'v1/catalog/HEX.json',
    'v1/suggest.json',
    'v1/catalog.json',
  ]);
  const catalog = JSON.parse(new TextDecoder().decode(files.get('v1/catalog.json')));
  expect(catalog.packs[0]).toMatchObject({
    id: 'demo',
    tarball_url: `https://packs.example/${paths[3]}`,
    vendor: 'emisar',
    actions: [{ id: 'demo.show', risk: 'low', side_effects: [], args: [], examples: [] }],
  });
  const { objects } = JSON.parse(new TextDecoder().decode(manifest));
  expect(objects.map((each: { immutable: boolean }) => each.immutable)).toEqual([
    ...[true, true, true, true, true],
    ...[false, false],
  ]);
});

needsProgram('tar', 'tar', (program) => {
  test('a tarball holds what the hash covers, without owner and time, scripts executable', async () => {
    const { files } = await buildRegistry([packAt(demoPack('1.0.0'))], { baseUrl: '', previous: [] });
    const [, , , tarball] = files.values();
    const args = ['-tvz', '--numeric-owner', '--utc', '--full-time'];
    const list = execFileSync(program, args, { input: tarball, encoding: 'utf8' });
    expect(list.replaceAll(/ +/g, ' ').trimEnd().split('\n')).toEqual([
      '-rw-r--r-- 0/0 243 1970-01-01 00:00:00 actions/show.yaml',
      '-rw-r--r-- 0/0 112 1970-01-01 00:00:00 pack.yaml',
      '-rwxr-xr-x 0/0 36 1970-01-01 00:00:00 scripts/show.sh',
    ]);
  });
});

test('a catalog is as the schema beside it says, and every schema compiles', async () => {
  const { files } = await buildRegistry([packAt(demoPack('1.0.0'))], { baseUrl: '', previous: [] });
  const documentAt = (path: string) => JSON.parse(new TextDecoder().decode(files.get(path)));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const schemaOf = (name: string) => ajv.compile(documentAt(`v1/schemas/${name}.v4.schema.json`));
  const catalog = documentAt('v1/catalog.json');
  const isCatalog = schemaOf('catalog');
  expect([isCatalog(catalog), isCatalog.errors]).toEqual([true, null]);
  expect(isCatalog({ ...catalog, packs: [{ ...catalog.packs[0], content_hash: 'md5:0' }] })).toBe(false);
  const manifest = {
    schema_version: 1,
    id: 'demo',
    name: 'Demo',
    version: '1.0.0',
    description: 'A.',
    actions: ['a.yaml'],
  };
  expect([schemaOf('pack')(manifest), schemaOf('action')({ id: 'demo.a' })]).toEqual([true, false]);
});

test('the same packs give the same bytes', async () => {
  const build = async () => {
    const { files } = await buildRegistry([packAt(demoPack('1.0.0'))], { baseUrl: '', previous: [] });
    return [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  };
  expect(await build()).toEqual(await build());
});

test('published versions stay available, the last three of them', async () => {
  let catalog: readonly CatalogEntry[] = [];
  for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.10.0', '2.0.0']) {
    catalog = (await next([demoPack(version)], catalog)) as readonly CatalogEntry[];
  }
  expect(catalog[0]?.previous_versions?.map(({ version }) => version)).toEqual(['1.10.0', '1.2.0', '1.1.0']);
});

test('what a registry may not do is refused', async () => {
  const first = (await next([withFloor('1.0.0', '0.9')])) as readonly CatalogEntry[];
  const changed = written(newFolder(), { ...demoFiles('1.0.0'), 'scripts/show.sh': 'true\n' });
  expect(await next([withFloor('1.0.0', '0.9.1')], first)).toMatch(
    /^registry_conflict: demo 1\.0\.0 is published with sha256:[0-9a-f]{64}, not sha256:[0-9a-f]{64}$/,
  );
  expect(await next([changed], first)).toBe('registry_conflict: demo drops its floor from 0.9 to none');
  expect(await next([withFloor('1.1.0', '0.8')], first)).toBe(
    'registry_conflict: demo drops its floor from 0.9 to 0.8',
  );
  expect(await next([withFloor('0.1.0', '0.2')])).toBe(
    'registry_conflict: demo 0.1.0 is below its own floor 0.2',
  );
  expect(await next([demoPack('1.0.0-rc1')])).toBe(
    'registry_conflict: the version "1.0.0-rc1" of demo is not dot-numeric',
  );
  expect(await next([demoPack('1.0.0'), demoPack('1.1.0')])).toBe(
    'registry_conflict: there are two packs with the id "demo"',
  );
});

test('retired versions are not kept, numbers compare as numbers', async () => {
  let catalog: readonly CatalogEntry[] = [];
  for (const version of ['1.9.0', '1.10.0'])
    catalog = (await next([demoPack(version)], catalog)) as CatalogEntry[];
  const [pack] = (await next([withFloor('2.0.0', '1.10')], catalog)) as readonly CatalogEntry[];
  expect(pack?.previous_versions?.map(({ version }) => version)).toEqual(['1.10.0']);
});

test('verifying names a release whose bytes are not those of the catalog', async () => {
  const { files } = await buildRegistry([packAt(demoPack('1.0.0'))], { baseUrl: '', previous: [] });
  const { files: other } = await buildRegistry([packAt(demoPack('1.1.0'))], { baseUrl: '', previous: [] });
  const root = newFolder();
  written(root, Object.fromEntries(files));
  expect(await verifyRegistry(root, terms)).toEqual({ releases: 1, faults: [] });
  const [, , , path = ''] = files.keys();
  const [, bytes = new Uint8Array()] = [...other][3] ?? [];
  written(root, { [path]: bytes });
  const { faults } = await verifyRegistry(root, terms);
  expect(
    faults.map(({ id, version, message }) => [id, version, message.includes('holds version 1.1.0')]),
  ).toEqual([['demo', '1.0.0', true]]);
});
