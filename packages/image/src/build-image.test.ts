import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { buildImage, type ImageInput, type PackImage } from './build-image.ts';
import type { ImageEntry, ImageFile } from './image-entry.ts';

const utf8 = new TextEncoder();

function file(path: string, text = '', mode = 0o644): ImageFile {
  const bytes = utf8.encode(text);
  return { kind: 'file', path, mode, size: bytes.length, bytes: () => bytes };
}

function image(...entries: ImageEntry[]): PackImage {
  const about = {
    format: 'evershell',
    title: 'board',
    version: '0.3.0',
    description: '',
    category: 'general',
  };
  return buildImage({ ...about, entries });
}

/** The headers of a layer as a well-known reader of archives sees them, each with its content. */
async function read({ layer }: PackImage): Promise<(Header & { text: string })[]> {
  const found: (Header & { text: string })[] = [];
  const archive = Readable.from(layer.chunks()).pipe(extract());
  for await (const entry of archive) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    found.push({ ...entry.header, text: Buffer.concat(chunks).toString() });
  }
  return found;
}

const json = ({ bytes }: { bytes: Uint8Array }): unknown => JSON.parse(new TextDecoder().decode(bytes));

describe('the layer', () => {
  test('has its entries in the order of their bytes, with the directories above them first', async () => {
    const headers = await read(
      image(file('scripts/run.sh', 'x', 0o755), file('pack.yaml', 'name: board\n'), file('scripts-old', ''), {
        kind: 'link',
        path: 'guides/start.md',
        target: '../behavior.md',
      }),
    );
    expect(
      headers.map(({ type, name, mode, linkname, text }) => [type, name, mode, linkname ?? '', text]),
    ).toEqual([
      ['directory', 'guides/', 0o755, '', ''],
      ['symlink', 'guides/start.md', 0o777, '../behavior.md', ''],
      ['file', 'pack.yaml', 0o644, '', 'name: board\n'],
      ['directory', 'scripts/', 0o755, '', ''],
      ['file', 'scripts-old', 0o644, '', ''],
      ['file', 'scripts/run.sh', 0o755, '', 'x'],
    ]);
  });

  test('names no owner and no time', async () => {
    const [header] = await read(image(file('pack.yaml')));
    expect(header).toMatchObject({ uid: 0, gid: 0, uname: '', gname: '', mtime: new Date(0) });
  });

  // An extended header takes two blocks; a directory's name has a slash at its end.
  test.each([
    ['of 100 bytes', 'a'.repeat(100), 0],
    ['of 101 bytes without a slash', 'a'.repeat(101), 2],
    ['that is divided at a slash', `${'d'.repeat(155)}/${'f'.repeat(100)}`, 2],
    ['beyond both fields', `${'d'.repeat(156)}/${'f'.repeat(100)}`, 4],
    ['outside ASCII', 'guides/Überblick.md', 2],
    ['beyond the basic plane', '\u{1f600}.md', 2],
  ])('keeps a name %s, with as few extended headers as it needs', async (_, path, blocks) => {
    const built = image(file(path, 'x'));
    const names = (await read(built)).map(({ name }) => name);
    expect(names.at(-1)).toBe(path);
    const header = 512;
    const withoutExtensions = header + 512 + 2 * 512 + (path.includes('/') ? header : 0);
    expect((built.layer.size - withoutExtensions) / 512).toBe(blocks);
  });

  test('keeps the target of a link that no field holds', async () => {
    const target = `${'t'.repeat(120)}/ü`;
    expect((await read(image({ kind: 'link', path: 'data/l', target }))).at(-1)?.linkname).toBe(target);
  });

  test('is made anew each time, of the size and the digest that were told', () => {
    const { layer } = image(file('pack.yaml', 'name: board\n'));
    const sizes = [1, 2].map(() => [...layer.chunks()].reduce((sum, { length }) => sum + length, 0));
    expect(sizes).toEqual([layer.size, layer.size]);
  });
});

describe('the documents', () => {
  const built = image(file('pack.yaml', 'name: board\n'));

  test('the manifest names its format, its configuration and its layer', () => {
    expect(json(built.manifest)).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      artifactType: 'application/vnd.packwright.pack.evershell.v1',
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: built.config.digest,
        size: built.config.size,
      },
      layers: [
        {
          mediaType: 'application/vnd.oci.image.layer.v1.tar',
          digest: built.layer.digest,
          size: built.layer.size,
        },
      ],
      annotations: {
        'dev.packwright.format': 'evershell',
        'dev.packwright.pack.category': 'general',
        'org.opencontainers.image.title': 'board',
        'org.opencontainers.image.version': '0.3.0',
      },
    });
    expect(built.digest).toBe(built.manifest.digest);
  });

  test('the configuration has a fixed time and the digest of the layer', () => {
    expect(json(built.config)).toEqual({
      created: '1970-01-01T00:00:00Z',
      architecture: 'amd64',
      os: 'linux',
      config: {
        Labels: {
          'dev.packwright.pack.category': 'general',
          'org.opencontainers.image.title': 'board',
          'org.opencontainers.image.version': '0.3.0',
        },
      },
      rootfs: { type: 'layers', diff_ids: [built.layer.digest] },
      history: [{ created: '1970-01-01T00:00:00Z', created_by: 'packwright image 1' }],
    });
  });
});

test('builder version 1 is frozen: these digests never change', () => {
  const { digest, config, layer } = image(
    file('pack.yaml', 'name: board\n'),
    file('scripts/run.sh', '#!/bin/sh\n', 0o755),
    file('guides/Überblick.md', '# Überblick\n'),
    { kind: 'directory', path: 'data' },
    { kind: 'link', path: 'templates/run.sh', target: '../scripts/run.sh' },
  );
  expect({ digest, config: config.digest, layer: layer.digest }).toEqual({
    digest: 'sha256:7fc73d68302a0c74fa5b47307549ee485204bba953966daea5620acbb4574668',
    config: 'sha256:ebe15061f556471050c2c1c078fbea05b150de75477acbbe208634c038d15f69',
    layer: 'sha256:0594d359221961b3b83e1dda13b727f73d712c460c589906773cc57881176769',
  });
});

test('the order in which entries come does not count, their bytes and modes do', () => {
  const one = file('a', 'x');
  const two = file('b', 'y');
  expect(image(two, one).digest).toBe(image(one, two).digest);
  expect(image(one, file('b', 'z')).digest).not.toBe(image(one, two).digest);
  expect(image(one, file('b', 'y', 0o755)).digest).not.toBe(image(one, two).digest);
});

describe('entries that cannot be one image are refused', () => {
  test.each<[string, ImageInput['entries'], string]>([
    ['twice the same path', [file('a'), file('a')], '"a" stands twice'],
    ['a file below a file', [file('a'), file('a/b')], '"a/b" lies below "a", which is no directory'],
    ['a path that leaves the root', [file('../a')], '"../a" is no path inside the image'],
    ['an absolute path', [file('/a')], '"/a" is no path inside the image'],
    ['an empty path', [file('')], '"" is no path inside the image'],
    ['a path with NUL', [file('a\0b')], '"a\0b" is no path inside the image'],
    ['a file that shrank', [{ ...file('a', 'xy'), size: 3 }], '"a" has 2 bytes instead of 3'],
  ])('%s', (_, entries, message) => {
    expect(() => image(...entries)).toThrow(message);
  });
});
