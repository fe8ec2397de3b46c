import { describe, expect, test } from 'vitest';
import { zip64Of, zipOf } from './fixtures/zip.ts';
import { readZip } from './read-zip.ts';

const namesOf = async (zip: Uint8Array) =>
  (await readZip(zip)).entries.map(({ name, kind }) => `${kind} ${name}`);

test('files, directories and links come out with their kinds, their bytes and their modes', async () => {
  const { entries } = await readZip(
    await zipOf([
      { name: 'scripts/' },
      { name: 'scripts/run.sh', content: 'exit 0\n', mode: 0o100755 },
      { name: 'data/link', content: '../scripts/run.sh', mode: 0o120777 },
    ]),
  );
  expect(
    entries.map(({ name, kind, size, target, isExecutable }) => ({ name, kind, size, target, isExecutable })),
  ).toEqual([
    { name: 'scripts', kind: 'directory', size: 0, target: '', isExecutable: true },
    { name: 'scripts/run.sh', kind: 'file', size: 7, target: '', isExecutable: true },
    { name: 'data/link', kind: 'link', size: 0, target: '../scripts/run.sh', isExecutable: true },
  ]);
  expect(new TextDecoder().decode(entries[1]?.bytes())).toBe('exit 0\n');
});

test('devices, pipes and sockets are named as such', async () => {
  const zip = await zipOf([
    { name: 'a', mode: 0o010644 },
    { name: 'b', mode: 0o020644 },
    { name: 'c', mode: 0o140644 },
  ]);
  expect(await namesOf(zip)).toEqual(['pipe a', 'device b', 'device c']);
});

test('one name twice is two entries', async () => {
  expect(await namesOf(await zipOf([{ name: 'a' }, { name: 'a' }]))).toEqual(['file a', 'file a']);
});

describe('a zip file that is damaged or of a kind that nobody takes is named as such', () => {
  const good = () => zipOf([{ name: 'pack.yaml', content: 'name: a\n'.repeat(100) }]);
  const DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');
  /** One byte of the entry in the central directory. */
  const patched = async (offset: number, value: number) => {
    const zip = await good();
    zip[zip.indexOf(DIRECTORY) + offset] = value;
    return zip;
  };

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['encrypted', () => patched(8, 1), '"pack.yaml" in the archive is encrypted'],
    [
      'of another packing',
      () => patched(10, 12),
      '"pack.yaml" in the archive is packed by method 12, which nothing reads',
    ],
    ['with a wrong checksum', () => patched(16, 0), 'the checksum of "pack.yaml" is wrong'],
    [
      'with another name in its directory',
      () => patched(46, 0x71),
      '"qack.yaml" has another name in its own header',
    ],
    [
      'in several volumes',
      async () => {
        const zip = await good();
        zip[zip.length - 18] = 1;
        return zip;
      },
      'the archive is damaged: multi-disk zip files are not supported: found disk number: 1',
    ],
    [
      'that is cut',
      async () => (await good()).subarray(0, 60),
      'the archive is damaged: End of central directory record signature not found. Either not a zip file, or file is truncated.',
    ],
  ])('%s', async (_, make, message) => {
    await expect(readZip(await make())).rejects.toThrow(message);
  });
});

describe('a zip file with sizes of 64 bits', () => {
  const entries = [
    { name: 'pack.yaml', content: 'name: a\n'.repeat(100) },
    { name: 'data/a', content: 'a' },
  ];
  const GIBIBYTE = 2n ** 30n;

  test('is read like any other', async () => {
    const [wide, narrow] = await Promise.all([zip64Of(entries), zipOf(entries)]);
    expect(wide.length).toBeGreaterThan(narrow.length);
    const contents = async (zip: Uint8Array) =>
      (await readZip(zip)).entries.map(({ name, size, bytes }) => [name, size, [...bytes()]]);
    expect(await contents(wide)).toEqual(await contents(narrow));
  });

  test('that states more than it holds is damaged, and takes no memory for it', async () => {
    const zip = await zip64Of(entries);
    // The extra field of an entry in the central directory: id, length, then the true size.
    const extra = zip.indexOf(Buffer.of(1, 0, 24, 0), zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')));
    zip.writeBigUInt64LE(5n * GIBIBYTE, extra + 4);
    await expect(readZip(zip)).rejects.toThrow(
      'the archive is damaged: not enough bytes in the stream. expected 5368709120. got only 800',
    );
  });

  test('that states more entries than it holds is damaged', async () => {
    const zip = await zip64Of(entries);
    const end = zip.indexOf(Buffer.from('PK\x06\x06', 'latin1'));
    zip.writeBigUInt64LE(2n ** 40n, end + 32);
    await expect(readZip(zip)).rejects.toThrow('the archive is damaged: ');
  });
});

test('a file that is packed better than 200 to 1 is not read on', async () => {
  const bomb = await zipOf([
    { name: 'pack.yaml', content: 'name: a\n' },
    { name: 'zeros', content: new Uint8Array(50_000_000) },
  ]);
  const { entries, bomb: name } = await readZip(bomb);
  expect(name).toBe('zeros');
  expect(entries).toHaveLength(1);
});
