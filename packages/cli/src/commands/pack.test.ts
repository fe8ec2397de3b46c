import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { goodPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

const BOARD = 'name: board\ndescription: Reads the board.\nversion: "1.0.0+2"\n';

function build(files: Parameters<typeof folderWith>[0], ...args: string[]) {
  const cwd = folderWith(files);
  return { cwd, ...runBin(['pack', 'build', ...args], { cwd }) };
}

test('an image of a content pack has the digest of the pack, under a tag made of its version', () => {
  const { cwd, code, stdout, stderr } = build(
    { 'board/pack.yaml': BOARD, 'board/.DS_Store': '' },
    'board',
    '-o',
    'out',
  );
  const { digest } = JSON.parse(runBin(['validate', 'board', '--output', 'json'], { cwd }).stdout).packs[0];
  expect([code, stdout, stderr]).toEqual([0, `${digest}\n`, 'left out: .DS_Store\n']);
  const [manifest] = JSON.parse(readFileSync(join(cwd, 'out', 'index.json'), 'utf8')).manifests;
  expect(manifest).toMatchObject({ digest, annotations: { 'org.opencontainers.image.ref.name': '1.0.0_2' } });
});

test('a pack of any format can be an image', () => {
  const { cwd, code } = build(goodPack('demo'), 'demo', '--out', 'out', '--tag', 'first');
  expect(code).toBe(0);
  expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['blobs', 'index.json', 'oci-layout']);
});

test('a pack that is refused is no image, and nothing is written', () => {
  const { cwd, code, stdout, stderr } = build(
    { 'board/pack.yaml': `${BOARD}colour: red\n` },
    'board',
    '-o',
    'out',
  );
  expect([code, stdout, existsSync(join(cwd, 'out'))]).toEqual([1, '', false]);
  expect(stderr).toContain('colour');
});

test('a directory that is there is left alone', () => {
  const { cwd, code, stderr } = build({ 'board/pack.yaml': BOARD, 'out/mine': 'x' }, 'board', '-o', 'out');
  expect([code, readdirSync(join(cwd, 'out'))]).toEqual([2, ['mine']]);
  expect(stderr).toMatch(/^packwright pack: ".*out" is there already\n$/);
});

test.each([
  [['pack', 'biuld', 'board'], '"biuld" is nothing that pack does\n  did you mean "build"?'],
  [['pack', 'build', 'board'], 'there is no directory to write to\n  add -o layout'],
  [
    ['pack', 'build', 'board', '-o', 'x', '--tag', 'a/b'],
    '"a/b" cannot be a tag\n  letters, digits, `_`, `.` and `-`, at most 128 of them',
  ],
])('%j is wrong usage', (args, message) => {
  const { code, stderr } = runBin(args, { cwd: folderWith({ 'board/pack.yaml': BOARD }) });
  expect([code, stderr]).toEqual([2, `packwright pack: ${message}\n`]);
});
