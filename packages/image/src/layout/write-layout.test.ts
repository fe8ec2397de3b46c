import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsProgram } from '@packwright/vitest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildImage, type PackImage } from '../build-image.ts';
import type { ImageFile } from '../image-entry.ts';
import { writeLayout } from './write-layout.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packwright-layout-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const LONG = `data/${'deep/'.repeat(60)}Überblick.md`;

function file(path: string, text: string, mode = 0o644): ImageFile {
  const bytes = new TextEncoder().encode(text);
  return { kind: 'file', path, mode, size: bytes.length, bytes: () => bytes };
}

const image: PackImage = buildImage({
  format: 'evershell',
  title: 'board',
  version: '0.3.0',
  description: 'Reads the board.',
  category: 'general',
  entries: [
    file('pack.yaml', 'name: board\n'),
    file('scripts/run.sh', '#!/bin/sh\n', 0o755),
    file(LONG, '# Überblick\n'),
    { kind: 'directory', path: 'templates' },
    { kind: 'link', path: 'guides/run.sh', target: '../scripts/run.sh' },
  ],
});

test('a layout holds three blobs under their digests, and an index with the tag', async () => {
  const layout = join(folder, 'out', 'layout');
  await writeLayout(layout, image, '0.3.0');
  expect(readdirSync(layout).toSorted()).toEqual(['blobs', 'index.json', 'oci-layout']);
  expect(readdirSync(join(layout, 'blobs', 'sha256')).toSorted()).toEqual(
    [image.digest, image.config.digest, image.layer.digest].map((digest) => digest.slice(7)).toSorted(),
  );
  expect(JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')).manifests[0]).toEqual({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: image.digest,
    size: image.manifest.size,
    annotations: { 'org.opencontainers.image.ref.name': '0.3.0' },
  });
});

test('what is there already is left alone', async () => {
  const layout = join(folder, 'layout');
  writeFileSync(layout, 'mine');
  await expect(writeLayout(layout, image, 'x')).rejects.toMatchObject({ code: 'exists' });
  expect(readFileSync(layout, 'utf8')).toBe('mine');
});

test('a file that changes while it is written leaves nothing behind', async () => {
  const bytes = new Uint8Array(3);
  let reads = 0;
  const shrinking: ImageFile = {
    ...file('pack.yaml', 'abc'),
    bytes: () => (reads++ === 0 ? bytes : bytes.subarray(1)),
  };
  const changed = buildImage({
    ...{ format: 'f', title: 't', version: '1', description: '', category: '' },
    entries: [shrinking],
  });
  await expect(writeLayout(join(folder, 'layout'), changed, 'x')).rejects.toThrow(
    '"pack.yaml" has 2 bytes instead of 3',
  );
  expect(readdirSync(folder)).toEqual([]);
});

needsProgram('umoci', 'umoci', (umoci) => {
  test('umoci unpacks the same bytes, modes and links', async () => {
    const layout = join(folder, 'layout');
    await writeLayout(layout, image, '0.3.0');
    const bundle = join(folder, 'bundle');
    execFileSync(umoci, ['unpack', '--rootless', '--image', `${layout}:0.3.0`, bundle], { stdio: 'pipe' });
    const root = join(bundle, 'rootfs');
    expect(readdirSync(root).toSorted()).toEqual(['data', 'guides', 'pack.yaml', 'scripts', 'templates']);
    expect(readFileSync(join(root, LONG), 'utf8')).toBe('# Überblick\n');
    expect(readlinkSync(join(root, 'guides', 'run.sh'))).toBe('../scripts/run.sh');
    const { mode, mtimeMs } = lstatSync(join(root, 'scripts', 'run.sh'));
    expect([mode & 0o777, mtimeMs]).toEqual([0o755, 0]);
    expect(lstatSync(join(root, 'pack.yaml')).mode & 0o777).toBe(0o644);
  });
});

needsProgram('skopeo', 'skopeo', (skopeo) => {
  test('skopeo reads the image, and keeps its digest when it copies it', async () => {
    const layout = join(folder, 'layout');
    await writeLayout(layout, image, '0.3.0');
    const run = (...args: string[]): string =>
      execFileSync(skopeo, args, { encoding: 'utf8', stdio: 'pipe' });
    const { Digest, Layers, Labels, Os } = JSON.parse(run('inspect', `oci:${layout}:0.3.0`));
    expect({ Digest, Layers, Os }).toEqual({
      Digest: image.digest,
      Layers: [image.layer.digest],
      Os: 'linux',
    });
    expect(Labels['org.opencontainers.image.title']).toBe('board');
    const copy = join(folder, 'copy');
    // Without the flag it compresses the layer on the way.
    run('--insecure-policy', 'copy', '--preserve-digests', `oci:${layout}:0.3.0`, `oci:${copy}:0.3.0`);
    expect(JSON.parse(run('inspect', `oci:${copy}:0.3.0`)).Digest).toBe(image.digest);
  });
});

test('what somebody else put there in the meantime is left alone', async () => {
  const layout = join(folder, 'layout');
  const { layer } = image;
  const slow: PackImage = {
    ...image,
    layer: {
      ...layer,
      chunks: () => {
        mkdirSync(join(layout, 'theirs'), { recursive: true });
        return layer.chunks();
      },
    },
  };
  await expect(writeLayout(layout, slow, 'x')).rejects.toMatchObject({ code: 'exists' });
  expect(readdirSync(folder)).toEqual(['layout']);
  expect(readdirSync(layout)).toEqual(['theirs']);
});

test('a directory that cannot be written to is named', async () => {
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  await expect(writeLayout(join(blocked, 'layout'), image, 'x')).rejects.toMatchObject({ code: 'write' });
});
