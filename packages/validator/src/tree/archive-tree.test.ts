import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isLongRun, needsProgram } from '@packwright/vitest';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveTree } from './archive-tree.ts';
import { type ArchivedEntry, record, tarGzOf, tarOf } from './fixtures/tar-gz.ts';
import type { PackTree } from './pack-tree.ts';
import { DamagedTar, tarEntries } from './tar-entries.ts';

const text = (tree: PackTree, path: string): string | undefined => {
  const entry = tree.entry(path);
  return entry?.kind === 'file' ? new TextDecoder().decode(entry.bytes()) : entry?.kind;
};

test('files come out under clean paths, with the directories above them', async () => {
  const tree = await archiveTree(
    await tarGzOf([
      { name: './', type: '5' },
      { name: './pack.yaml', content: 'id: a\n' },
      { name: 'actions/up.yaml', content: 'id: a.up\n' },
      { name: 'empty/', type: '5' },
    ]),
  );
  expect(tree.problems).toEqual([]);
  expect(tree.list('')).toEqual(['actions', 'empty', 'pack.yaml']);
  expect(tree.list('actions')).toEqual(['up.yaml']);
  expect(text(tree, 'pack.yaml')).toBe('id: a\n');
  expect(text(tree, 'actions/up.yaml')).toBe('id: a.up\n');
  expect(text(tree, 'empty')).toBe('directory');
  expect(tree.entry('actions/down.yaml')).toBeUndefined();
});

test('an archive in many chunks is the same archive', async () => {
  const [whole] = await tarGzOf([{ name: 'pack.yaml', content: 'id: a\n'.repeat(1000) }]);
  const bytes = Array.from(whole as Uint8Array, (byte) => Uint8Array.of(byte));
  expect(text(await archiveTree(bytes), 'pack.yaml')).toBe('id: a\n'.repeat(1000));
});

test('a file that is archived twice with the same bytes is one file', async () => {
  const script = { name: 'scripts/run.sh', content: 'exit 0\n' };
  expect((await archiveTree(await tarGzOf([script, script]))).list('scripts')).toEqual(['run.sh']);
});

test('a comment for the whole archive, as git writes it, says nothing about its files', async () => {
  const tree = await archiveTree(
    await tarGzOf([
      { name: 'pax_global_header', type: 'g', content: record('comment', 'abcdef') },
      { name: 'pack.yaml', content: 'id: a\n' },
    ]),
  );
  expect(tree.list('')).toEqual(['pack.yaml']);
});

test('names and sizes of extended headers hold for the entry behind them', async () => {
  const long = `${'d/'.repeat(20)}${'n'.repeat(200)}.yaml`;
  const tree = await archiveTree(
    await tarGzOf([
      { name: 'header', type: 'x', content: record('path', long) + record('size', '3') },
      { name: 'short', content: 'abc' },
      { name: 'pack.yaml', content: 'id: a\n' },
    ]),
  );
  expect(text(tree, long)).toBe('abc');
  expect(text(tree, 'pack.yaml')).toBe('id: a\n');
});

test('extended attributes and access control lists of a file are nothing of the file', async () => {
  const about = [
    record('SCHILY.xattr.user.note', 'x'),
    record('LIBARCHIVE.xattr.com.apple.quarantine', 'eA=='),
    record('SCHILY.acl.access', 'user::rwx,user:root:rwx,group::r-x,mask::rwx,other::r-x'),
    record('mtime', '1700000000.5'),
    record('uname', 'root'),
  ];
  const tree = await archiveTree(
    await tarGzOf([
      { name: 'header', type: 'x', content: about.join('') },
      { name: 'pack.yaml', content: 'id: a\n' },
    ]),
  );
  expect([tree.problems, tree.list(''), text(tree, 'pack.yaml')]).toEqual([[], ['pack.yaml'], 'id: a\n']);
});

test('a file that is stored without its holes is refused: its bytes would be others', async () => {
  const about = record('GNU.sparse.major', '1') + record('GNU.sparse.name', 'data/disk');
  const archive = await tarOf([
    { name: 'header', type: 'x', content: about },
    { name: 'GNUSparseFile.1/disk', content: '1\n0\n5\n' },
  ]);
  expect(() => [...tarEntries(archive)]).toThrow('a file is stored without its holes, which is not read');
});

test('what the source of the bytes throws is passed on', async () => {
  const failing = (async function* (): AsyncGenerator<Uint8Array> {
    yield gzipSync('');
    throw Object.assign(new Error('the line is dead'), { code: 'ECONNRESET' });
  })();
  await expect(archiveTree(failing)).rejects.toThrow('the line is dead');
});

describe('every archive', () => {
  const name = fc.stringMatching(/^[a-zé0-9]{1,40}(?:\/[a-z0-9 .-]{1,60}[a-z]){0,4}$/);
  const files = fc.dictionary(name, fc.uint8Array({ maxLength: 1500 }), {
    maxKeys: 8,
    noNullPrototype: true,
  });
  const numRuns = isLongRun ? 5_000 : 200;

  test('of a foreign writer comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (entries) => {
        const written = Object.entries(entries).map(
          ([path, content]): ArchivedEntry => ({ name: path, content }),
        );
        const read = [...tarEntries(await tarOf(written))];
        expect(read.map((entry) => [entry.name, entry.kind, [...entry.bytes]])).toEqual(
          written.map((entry) => [entry.name, 'file', [...(entry.content as Uint8Array)]]),
        );
      }),
      { numRuns },
    );
  });

  test('with bytes changed is read, or refused as damaged', async () => {
    const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(files, changes, fc.nat(600), async (entries, edits, cut) => {
        const tar = await tarOf(Object.entries(entries).map(([path, content]) => ({ name: path, content })));
        for (const [place, byte] of edits) tar[Math.floor(place * tar.length)] = byte;
        try {
          for (const entry of tarEntries(tar.subarray(0, tar.length - cut)))
            expect(entry.name).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedTar);
        }
      }),
      { numRuns },
    );
  });
});

needsProgram('tar', 'tar', (program) => {
  const long = `${'directory/'.repeat(12)}${'n'.repeat(60)}.yaml`;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'packwright-tar-'));
    mkdirSync(join(folder, 'pack', 'actions'), { recursive: true });
    mkdirSync(join(folder, 'pack', 'directory/'.repeat(12)), { recursive: true });
    writeFileSync(join(folder, 'pack', 'pack.yaml'), 'id: a\n');
    writeFileSync(join(folder, 'pack', 'actions', 'up.yaml'), 'id: a.up\n');
    writeFileSync(join(folder, 'pack', long), 'id: a.long\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['gnu', 'oldgnu', 'ustar', 'posix'])('the format %s is read', async (format) => {
    const archive = execFileSync(program, ['-cz', `--format=${format}`, '-C', join(folder, 'pack'), '.']);
    const tree = await archiveTree([archive]);
    expect(tree.problems).toEqual([]);
    expect(tree.list('')).toEqual(['actions', 'directory', 'pack.yaml']);
    expect(text(tree, 'actions/up.yaml')).toBe('id: a.up\n');
    expect(text(tree, long)).toBe('id: a.long\n');
  });

  test('the format v7, from before long names, is read', async () => {
    const archive = execFileSync(program, [
      '-cz',
      '--format=v7',
      '-C',
      join(folder, 'pack'),
      'pack.yaml',
      'actions',
    ]);
    const tree = await archiveTree([archive]);
    expect(tree.list('')).toEqual(['actions', 'pack.yaml']);
    expect(text(tree, 'actions/up.yaml')).toBe('id: a.up\n');
  });
});
