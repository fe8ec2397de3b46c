import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { openPathInProcess } from '../fixtures/open-in-process.ts';
import { open } from '../open.ts';
import { archiveTree } from '../tree/archive-tree.ts';
import { type ArchivedEntry, record, tarOf } from '../tree/fixtures/tar-gz.ts';
import { type ZippedEntry, zip64Of, zipOf } from '../tree/fixtures/zip.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';

const MIB = 1024 * 1024;
const MANIFEST = 'name: board\ndescription: Reads the board.\n';
const manifest = { name: 'pack.yaml', content: MANIFEST };

const codesOf = async (archive: Uint8Array): Promise<string[]> => {
  const { diagnostics, digest } = open(await archiveTree([archive]));
  expect(digest === null).toBe(diagnostics.length > 0);
  return [...new Set(diagnostics.map(({ code }) => code))].sort();
};
const inZip = async (...entries: ZippedEntry[]) => codesOf(await zipOf([manifest, ...entries]));
const inTar = async (...entries: ArchivedEntry[]) => codesOf(await tarOf([manifest, ...entries]));
const inMemory = (files: Readonly<Record<string, MemoryEntry>>) =>
  open(memoryTree({ 'pack.yaml': MANIFEST, ...files })).diagnostics.map(
    ({ code, file }) => `${code} ${file}`,
  );

/** Bytes that no packing makes smaller, the same ones each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(state, Math.min(at, length - 4));
  }
  return bytes;
}

describe('a path of an archive', () => {
  test.each([
    ['that leads out', '../pack.yaml'],
    ['that leads out further down', 'guides/../../x'],
    ['that is absolute', '/etc/passwd'],
    ['that is absolute on Windows', 'C:/windows/x'],
    ['with a backslash', 'guides\\x'],
    ['with an empty segment', 'guides//x'],
    ['with a dot', 'guides/./x'],
    ['with a line break', 'guides/a\nb'],
    ['with a name of 256 bytes', `guides/${'n'.repeat(256)}`],
    ['of 18 levels', `guides/${'d/'.repeat(17)}x`],
  ])('%s is refused', async (_, name) => {
    expect(await inTar({ name, content: 'x' })).toEqual(['EVS007']);
  });

  test.each([
    ['of 255 bytes', `guides/${'n'.repeat(255)}`],
    ['of 16 levels below the top', `guides/${'d/'.repeat(15)}x`],
    ['with spaces and in any script', 'guides/Überblick 概要.md'],
  ])('%s is taken', async (_, name) => {
    expect(await inTar({ name, content: 'x' })).toEqual([]);
  });

  test('that is not UTF-8 is refused', async () => {
    const zip = (await zipOf([manifest, { name: 'guides/aXb', content: 'x' }])).toString('latin1');
    expect(await codesOf(Buffer.from(zip.replaceAll('guides/aXb', 'guides/a\xffb'), 'latin1'))).toEqual([
      'EVS007',
    ]);
  });
});

describe('entries that some systems take for one', () => {
  test.each([
    ['twice', ['guides/a', 'guides/a'], 'EVS004'],
    ['in another case', ['guides/a', 'guides/A'], 'EVS005'],
    ['in directories of another case', ['data/Logs/a', 'data/logs/b'], 'EVS005'],
    ['in two forms of Unicode', ['guides/caf\u00e9', 'guides/cafe\u0301'], 'EVS005'],
    ['in the case of another script', ['guides/ΣΑΣ', 'guides/σας'], 'EVS005'],
    ['with one letter for two', ['guides/straße', 'guides/STRASSE'], 'EVS005'],
  ])('%s are refused', async (_, names, code) => {
    const entries = names.map((name) => ({ name, content: 'x' }));
    expect(await inZip(...entries)).toEqual([code]);
    expect(await inTar(...entries)).toEqual([code]);
  });
});

describe('what is no content', () => {
  test.each([
    ['a named pipe', '6'],
    ['a device', '3'],
    ['a block device', '4'],
    ['an entry of an unknown kind', 'Q'],
  ])('%s is refused', async (_, type) => {
    expect(await inTar({ name: 'data/x', type })).toEqual(['EVS006']);
  });

  test('a hard link is a copy of the file before it, and refused without one', async () => {
    const file = { name: 'data/a', content: 'a\n' };
    const link = { name: 'data/b', type: '1', linkname: 'data/a' };
    expect(await inTar(file, link)).toEqual([]);
    expect(await inTar(link, file)).toEqual(['EVS006']);
    const linked = open(await archiveTree([await tarOf([manifest, file, link])]));
    expect(linked.digest).toBe(
      open(await archiveTree([await tarOf([manifest, file, { ...file, name: 'data/b' }])])).digest,
    );
  });

  test('bits beyond those that let a file be run are cleared', async () => {
    const setuid = await zipOf([manifest, { name: 'scripts/x', content: '#!/bin/sh\n', mode: 0o106755 }]);
    const plain = await zipOf([manifest, { name: 'scripts/x', content: '#!/bin/sh\n' }]);
    expect(open(await archiveTree([setuid])).digest).toBe(open(await archiveTree([plain])).digest);
  });
});

describe('what archives say beside the content', () => {
  const file = { name: 'guides/a.md', content: 'a\n' };
  const digestOf = async (archive: Uint8Array) => open(await archiveTree([archive])).digest;

  test.each([
    ['an access control list', record('SCHILY.acl.access', 'user::rwx,group::r--,other::r--')],
    ['an extended attribute', record('SCHILY.xattr.user.note', 'x')],
    ['a quarantine of macOS', record('LIBARCHIVE.xattr.com.apple.quarantine', 'eA==')],
    ['times and an owner', record('mtime', '1700000000.5') + record('uname', 'someone')],
  ])('%s is not kept', async (_, content) => {
    const header = { name: 'PaxHeaders/a.md', type: 'x', content };
    expect(await digestOf(await tarOf([manifest, header, file]))).toBe(
      await digestOf(await tarOf([manifest, file])),
    );
    expect(await digestOf(await tarOf([manifest, file]))).toMatch(/^sha256:/);
  });

  test('an access control list that is an entry of its own, as Solaris has it, is refused', async () => {
    expect(await inTar({ name: 'guides/b.md', type: 'A', content: 'user::rwx\n' }, file)).toEqual(['EVS006']);
  });

  test('sizes of 64 bits in a zip file change nothing', async () => {
    expect(await digestOf(await zip64Of([manifest, file]))).toBe(
      await digestOf(await zipOf([manifest, file])),
    );
  });

  test('sizes of 64 bits beyond what is there are refused', async () => {
    const zip = await zip64Of([manifest, file]);
    const extra = zip.lastIndexOf(Buffer.of(1, 0, 24, 0));
    zip.writeBigUInt64LE(2n ** 33n, extra + 4);
    expect(await codesOf(zip)).toEqual(['PCK012']);
  });

  test('an encrypted zip file is refused', async () => {
    const zip = await zipOf([manifest, file]);
    zip[zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8] = 1;
    expect(await codesOf(zip)).toEqual(['PCK012']);
  });
});

describe('a link', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [`data/l${at}`, { link: at === length - 1 ? 'end' : `l${at + 1}` }]),
    );

  test.each<[string, Readonly<Record<string, MemoryEntry>>, string[]]>([
    ['to a file beside it is kept', { 'data/a': 'a', 'data/b': { link: 'a' } }, []],
    [
      'to a file in another directory is kept',
      { 'guides/a.md': 'a', 'data/b': { link: '../guides/a.md' } },
      [],
    ],
    ['to a directory is kept', { 'guides/a.md': 'a', 'data/b': { link: '../guides' } }, []],
    [
      'over a link to a directory is kept',
      { 'data/d/f': 'a', 'data/l': { link: 'd' }, 'data/b': { link: 'l/f' } },
      [],
    ],
    ['out of the pack', { 'data/b': { link: '../../etc/passwd' } }, ['EVS011 data/b']],
    ['out of the pack and back in', { 'data/b': { link: '../../board/pack.yaml' } }, ['EVS011 data/b']],
    [
      'over one that leads out',
      { 'data/l': { link: '../..' }, 'data/b': { link: 'l/x' } },
      ['EVS011 data/b', 'EVS011 data/l'],
    ],
    ['to an absolute path', { 'data/b': { link: '/workspace/packs/board/pack.yaml' } }, ['EVS014 data/b']],
    ['to nothing', { 'data/b': { link: 'a' } }, ['EVS012 data/b']],
    ['to itself', { 'data/b': { link: 'b' } }, ['EVS013 data/b']],
    ['through eight links is kept', { 'data/end': 'a', ...chain(8) }, []],
    ['through nine links', { 'data/end': 'a', ...chain(9) }, ['EVS013 data/l0']],
    [
      'in place of the prompt',
      { 'guides/a.md': 'a', 'behavior.md': { link: 'guides/a.md' } },
      ['EVS003 behavior.md'],
    ],
    ['in place of a directory', { 'data/g/a.md': 'a', guides: { link: 'data/g' } }, ['EVS003 guides']],
  ])('%s', (_, files, found) => {
    expect(inMemory(files)).toEqual(found);
  });

  test('in place of the manifest is refused', () => {
    const tree = memoryTree({ 'data/m.yaml': MANIFEST, 'pack.yaml': { link: 'data/m.yaml' } });
    expect(open(tree).diagnostics.map(({ code }) => code)).toEqual(['EVS003']);
  });
});

describe('the limits', () => {
  const many = (count: number): ZippedEntry[] =>
    Array.from({ length: count }, (_, at) => ({ name: `data/f${at}` }));

  test('10,000 entries are taken, 10,001 are not', { timeout: 60_000 }, async () => {
    expect(await inZip(...many(9_999))).toEqual([]);
    expect(await inZip(...many(10_000))).toEqual(['EVS009']);
  });

  test('a directory of 10,001 entries is refused', () => {
    const files = Object.fromEntries(many(10_000).map(({ name }) => [name, '']));
    expect(inMemory(files)).toEqual(['EVS009 ']);
  });

  test('a file of 50 MiB is taken, one byte more is not', () => {
    expect(inMemory({ 'data/a': new Uint8Array(50 * MIB) })).toEqual([]);
    expect(inMemory({ 'data/a': new Uint8Array(50 * MIB + 1) })).toEqual(['EVS009 data/a']);
  });

  test('100 MiB are taken, one byte more is not, and what is stripped does not count', {
    timeout: 60_000,
  }, async () => {
    const half = noise(50 * MIB);
    const rest = half.subarray(0, 50 * MIB - MANIFEST.length);
    const files = (second: Uint8Array) => [
      { name: 'data/a', content: half },
      { name: 'data/b', content: second },
    ];
    expect(await inTar(...files(rest), { name: 'data/.DS_Store', content: half.subarray(0, MIB) })).toEqual(
      [],
    );
    expect(await inTar(...files(rest), { name: 'data/c', content: 'x' })).toEqual(['EVS008']);
  });

  test('a file that is packed better than 200 to 1 is refused in a zip file, and an archive in a gzipped tar', async () => {
    const zeros = { name: 'data/zeros', content: new Uint8Array(2 * MIB) };
    expect(await inZip(zeros)).toEqual(['EVS009']);
    expect(await codesOf(gzipSync(await tarOf([manifest, zeros])))).toEqual(['EVS009']);
    expect(await inZip({ ...zeros, content: new Uint8Array(MIB) })).toEqual([]);
    expect(await inTar(zeros)).toEqual([]);
  });
});

describe('in a process of its own, with nothing written', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
    [
      '256 MiB of zeros in a zip file',
      'bomb.zip',
      async () => zipOf([manifest, { name: 'data/z', content: Buffer.alloc(256 * MIB) }]),
      'EVS009',
    ],
    [
      'a gibibyte of zeros in a gzipped tar file',
      'bomb.tar.gz',
      async () => {
        const start = await tarOf([manifest, { name: 'data/z', size: '7777777777' }]);
        return Buffer.concat([gzipSync(start), ...Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * MIB)))]);
      },
      'EVS009',
    ],
    ['zstd', 'a.tar', () => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]), 'PCK012'],
    ['bzip2', 'a.tar.gz', () => Buffer.from('BZh91AY'), 'PCK012'],
    ['bytes of no kind', 'a.zip', () => noise(4096), 'PCK012'],
    ['no bytes', 'b.zip', () => Buffer.alloc(0), 'PCK012'],
  ])('%s', async (_, name, make, code) => {
    writeFileSync(join(folder, name), await make());
    const before = readdirSync(folder);
    const { diagnostics, digest, peakMiB } = openPathInProcess(join(folder, name));
    expect(diagnostics.map((found) => found.code)).toContain(code);
    expect(digest).toBe(null);
    expect(peakMiB).toBeLessThan(260);
    expect(readdirSync(folder)).toEqual(before);
  });
});

test('a prompt that names hundreds of files that are not there is answered one by one', () => {
  const named = Array.from({ length: 500 }, (_, at) => `guides/${'a'.repeat(50)}${at}`).join('\n');
  const files = Object.fromEntries(
    Array.from({ length: 990 }, (_, at) => [`guides/${'b'.repeat(50)}${at}`, '']),
  );
  const found = inMemory({ ...files, 'behavior.md': named });
  expect(found).toHaveLength(500);
});

describe('a directory of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('with a named pipe and links out of it is refused without waiting or following', () => {
    writeFileSync(join(folder, 'pack.yaml'), MANIFEST);
    mkdirSync(join(folder, 'data'));
    execFileSync('mkfifo', [join(folder, 'data/pipe')]);
    symlinkSync('/etc/hostname', join(folder, 'data/absolute'));
    symlinkSync('../../../../etc/hostname', join(folder, 'data/outside'));
    const { diagnostics } = openPathInProcess(folder);
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'EVS014 data/absolute',
      'EVS011 data/outside',
      'EVS006 data/pipe',
    ]);
  });
});
