import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refresh, staleFiles } from './generated-files.ts';
import { generators } from './generators/index.ts';
import { repoRoot } from './repo-root.ts';

const twoPages = {
  name: 'pages',
  folders: ['pages'],
  files: async () =>
    new Map([
      ['pages/one.md', 'one\n'],
      ['pages/deep/two.md', 'two\n'],
    ]),
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packwright-generate-'));
  mkdirSync(join(root, 'pages'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('every checked-in file is what its generator writes', async () => {
  expect(await staleFiles(repoRoot, generators)).toEqual([]);
});

test('a missing, an edited and a left-over file are stale', async () => {
  writeFileSync(join(root, 'pages/one.md'), 'edited\n');
  writeFileSync(join(root, 'pages/three.md'), 'three\n');
  expect(await staleFiles(root, [twoPages])).toEqual([
    { path: 'pages/deep/two.md', problem: 'missing', text: 'two\n' },
    { path: 'pages/one.md', problem: 'different', text: 'one\n' },
    { path: 'pages/three.md', problem: 'not generated any more', text: undefined },
  ]);
});

test('a refresh leaves nothing stale', async () => {
  writeFileSync(join(root, 'pages/three.md'), 'three\n');
  refresh(root, await staleFiles(root, [twoPages]));
  expect(readFileSync(join(root, 'pages/deep/two.md'), 'utf8')).toBe('two\n');
  expect(await staleFiles(root, [twoPages])).toEqual([]);
});
