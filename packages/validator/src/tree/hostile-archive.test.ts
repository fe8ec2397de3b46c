import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPathInProcess } from '../fixtures/open-in-process.ts';
import { open } from '../open.ts';
import { archiveTree } from './archive-tree.ts';
import { type ArchivedEntry, tarGzOf, tarOf } from './fixtures/tar-gz.ts';

const MIB = 1024 * 1024;

const messageOf = async (entries: readonly ArchivedEntry[]): Promise<string | undefined> =>
  problemWith(await tarGzOf(entries));

async function problemWith(chunks: Iterable<Uint8Array>): Promise<string | undefined> {
  const tree = await archiveTree(chunks);
  expect(tree.problems.length === 0 || tree.list('').length === 0).toBe(true);
  return tree.problems[0]?.message;
}

test('a refused archive is a pack that cannot be read', async () => {
  const tree = await archiveTree(await tarGzOf([{ name: '../pack.yaml', content: 'id: a' }]));
  expect(open(tree).diagnostics).toEqual([
    {
      code: 'PCK012',
      severity: 'error',
      file: '',
      span: { start: 0, end: 0 },
      message: 'the entry "../pack.yaml" leads out of the archive',
      hint: 'archive with paths relative to the pack, without `..`',
    },
  ]);
});

describe('an entry is refused', () => {
  test.each([
    '../pack.yaml',
    'actions/../../pack.yaml',
    'actions/../pack.yaml',
    '..',
    '/etc/passwd',
    '//etc/passwd',
    '.',
  ])('that leads elsewhere: %s', async (name) => {
    expect(await messageOf([{ name, content: 'x' }])).toBe(`the entry "${name}" leads out of the archive`);
  });

  test('whose extended name holds NUL', async () => {
    const record = '17 path=a\0/b.yaml\n';
    expect(
      await messageOf([
        { name: 'x', type: 'x', content: record },
        { name: 'y', content: '' },
      ]),
    ).toBe('the archive is damaged: an extended header is malformed');
  });

  test.each([
    ['2', 'a link'],
    ['1', 'a link'],
    ['3', 'a device'],
    ['4', 'a device'],
    ['6', 'a named pipe'],
    ['S', 'of an unknown kind'],
    ['Z', 'of an unknown kind'],
  ])('that is no file: type %s is %s', async (type, what) => {
    const entries = [{ name: 'pack.yaml', type, linkname: '/etc/passwd' }];
    expect(await messageOf(entries)).toBe(`"pack.yaml" is ${what}, not a file`);
  });

  test.each<[string, ArchivedEntry[], string]>([
    [
      'other bytes',
      [
        { name: 'a', content: 'x' },
        { name: './a', content: 'y' },
      ],
      '"./a" is in the archive twice',
    ],
    [
      'a directory behind a file',
      [
        { name: 'a', content: 'x' },
        { name: 'a/', type: '5' },
      ],
      '"a/" is in the archive twice',
    ],
    [
      'a file behind a directory',
      [
        { name: 'a/', type: '5' },
        { name: 'a', content: 'x' },
      ],
      '"a" is in the archive twice',
    ],
    [
      'a file below a file',
      [
        { name: 'a', content: 'x' },
        { name: 'a/b', content: 'x' },
      ],
      '"a" is in the archive as a file and as a directory',
    ],
  ])('whose path is taken: %s', async (_, entries, message) => {
    expect(await messageOf(entries)).toBe(message);
  });

  test('whose name is longer or deeper than any pack needs', async () => {
    const message = 'the archive holds a name of more than 1024 characters or 64 levels';
    expect(await messageOf([{ name: `${'n'.repeat(250)}/`.repeat(5), content: '' }])).toBe(message);
    expect(await messageOf([{ name: `${'d/'.repeat(64)}f`, content: '' }])).toBe(message);
    expect(await messageOf([{ name: `${'d/'.repeat(63)}f`, content: '' }])).toBeUndefined();
  });
});

describe('the limits of registries', () => {
  const empty = (count: number): ArchivedEntry[] =>
    Array.from({ length: count }, (_, at) => ({ name: `f${at}`, content: '' }));
  const file = (name: string, size: number): ArchivedEntry => ({ name, content: new Uint8Array(size) });
  const full = [0, 1, 2].map((at) => file(`f${at}`, 8 * MIB));

  test('4,000 entries are read, 4,001 are not', async () => {
    expect(await messageOf(empty(4000))).toBeUndefined();
    expect(await messageOf(empty(4001))).toBe('the archive holds more than 4000 entries');
  });

  test('a file of 8 MiB is read, one byte more is not', async () => {
    expect(await messageOf([file('f', 8 * MIB)])).toBeUndefined();
    expect(await messageOf([file('f', 8 * MIB + 1)])).toBe('"f" is larger than 8 MiB');
  });

  test('32 MiB are read, one byte more is not', async () => {
    expect(await messageOf([...full, file('last', 8 * MIB)])).toBeUndefined();
    expect(await messageOf([...full, file('last', 8 * MIB - 1), file('more', 2)])).toBe(
      'the archive unpacks to more than 32 MiB',
    );
  });
});

describe('a damaged archive is named as such', () => {
  const good: ArchivedEntry[] = [
    { name: 'pack.yaml', content: 'id: a\n'.repeat(500) },
    { name: 'b', content: 'b' },
  ];

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['no bytes', () => new Uint8Array(), 'the archive is damaged: unexpected end of file'],
    ['text', () => Buffer.from('id: a\n'), 'the archive is not in gzip format'],
    ['a tar without gzip', () => tarOf(good), 'the archive is not in gzip format'],
    [
      'gzip of text',
      () => gzipSync('id: a\n'.repeat(200)),
      'the archive is damaged: a number in a header is malformed',
    ],
    [
      'gzip of less than a header',
      () => gzipSync('id: a\n'),
      'the archive is damaged: it ends within an entry',
    ],
    [
      'a changed header',
      async () => gzipSync(Buffer.concat([Buffer.from('X'), (await tarOf(good)).subarray(1)])),
      'the archive is damaged: the checksum of the header at byte 0 is wrong',
    ],
    [
      'a cut file',
      async () => gzipSync((await tarOf(good)).subarray(0, 1024)),
      'the archive is damaged: it ends within an entry',
    ],
    [
      'a lone empty header',
      async () => gzipSync(Buffer.concat([Buffer.alloc(512), await tarOf(good)])),
      'the archive is damaged: an empty header stands at byte 0',
    ],
    [
      'a file that says it has 8 GiB',
      async () => gzipSync(await tarOf([{ name: 'a', size: '77777777777' }])),
      'the archive is damaged: it ends within an entry',
    ],
    [
      'a size that is no number',
      async () => gzipSync(await tarOf([{ name: 'a', size: '9' }])),
      'the archive is damaged: a number in a header is malformed',
    ],
    [
      'a header for several files',
      async () => gzipSync(await tarOf([{ name: 'g', type: 'g', content: '9 path=a\n' }])),
      'the archive is damaged: one header names several entries',
    ],
    [
      'a name of 2 MiB',
      async () => gzipSync(await tarOf([{ name: 'L', type: 'L', content: 'n'.repeat(2 * MIB) }])),
      'the archive is damaged: a header takes 2097152 bytes',
    ],
  ])('%s', async (_, make, message) => {
    expect(await problemWith([await make()])).toBe(message);
  });

  test('gzip that is cut off anywhere', async () => {
    const [whole] = (await tarGzOf(good)) as [Uint8Array];
    for (let length = 0; length < whole.length; length++) {
      expect(await problemWith([whole.subarray(0, length)])).toBe(
        'the archive is damaged: unexpected end of file',
      );
    }
  });
});

describe('bombs', { timeout: 30_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packwright-bomb-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function answerTo(...chunks: readonly Uint8Array[]): string | undefined {
    const archive = join(folder, 'bomb.tar.gz');
    const bytes = Buffer.concat(chunks);
    writeFileSync(archive, bytes);
    const { diagnostics, peakMiB } = openPathInProcess(archive);
    expect(peakMiB).toBeLessThan(150 + 8 * Math.max(8, bytes.length / MIB));
    return diagnostics[0]?.message;
  }

  test('a gibibyte of zeros in one file', async () => {
    const [header] = [(await tarOf([{ name: 'a', size: '10000000000' }])).subarray(0, 512)];
    expect(answerTo(gzipSync(header), ...Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * MIB))))).toBe(
      'the archive unpacks to more than 32 MiB',
    );
  });

  test('a gibibyte of zeros behind the end', async () => {
    const end = Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * MIB)));
    expect(answerTo(gzipSync(await tarOf([{ name: 'a' }])), ...end)).toBe(
      'the archive unpacks to more than 32 MiB',
    );
  });

  test('gzip members that hold nothing', () => {
    const nothing = gzipSync('');
    const members = Buffer.concat(Array<Buffer>(Math.ceil((48 * MIB) / nothing.length)).fill(nothing));
    expect(answerTo(members)).toBe('the archive unpacks to more than 32 MiB');
  });

  test('thousands of headers behind one of many records', async () => {
    const records = Array.from({ length: 100_000 }, (_, at) => `8 ${(at + 1e5).toString(36)}=\n`).join('');
    const global = { name: 'g', type: 'g', content: records };
    const local = { name: 'x', type: 'x', content: '6 a=b\n' };
    const tar = await tarOf([global, ...Array<ArchivedEntry>(5000).fill(local), { name: 'pack.yaml' }]);
    expect(answerTo(gzipSync(tar))).toBe('the file holds no YAML document');
  });
});
