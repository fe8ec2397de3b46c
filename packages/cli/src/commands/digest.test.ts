import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentPack } from '../fixtures/content-pack.ts';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack, misspelledPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

const CONTENT_DIGEST = 'sha256:1e31b981cbc0285a661c5e357f94c018d8a7ada102bb5e491b3f79f88e0b5852';

test('the digest of one pack stands alone', () => {
  const cwd = folderWith(goodPack('packs/demo'));
  expect(runBin(['digest', 'packs'], { cwd })).toEqual({ code: 0, stdout: `${GOOD_DIGEST}\n`, stderr: '' });
});

test('digests of several packs stand beside their paths; a refused one has none', () => {
  const cwd = folderWith({ ...goodPack('a'), ...misspelledPack('b'), ...goodPack('c') });
  expect(runBin(['digest', '.'], { cwd })).toEqual({
    code: 1,
    stdout: `${GOOD_DIGEST}  a\n${GOOD_DIGEST}  c\n`,
    stderr: 'b: refused with 1 error, so there is no digest\n  `packwright validate b` shows why\n',
  });
});

test('a content pack has one digest, wherever it lies and whenever it was written', () => {
  const cwd = folderWith({ ...contentPack('a'), ...contentPack('b/c') });
  for (const file of ['pack.yaml', 'guides/use.md', 'scripts/read.sh'])
    utimesSync(join(cwd, 'a', file), 1, 2);
  const lines = runBin(['digest', '.'], { cwd }).stdout.split('\n');
  expect(lines).toEqual([`${CONTENT_DIGEST}  a`, `${CONTENT_DIGEST}  b/c`, '']);
});

test('a profile that no format has is wrong usage', () => {
  const cwd = folderWith(goodPack('packs/demo'));
  const { code, stderr } = runBin(['digest', 'packs', '--profile', 'sead'], { cwd });
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'packwright digest: "sead" is no value of "--profile"']);
});

test('a pack is judged by the profile that is asked for', () => {
  const files = { 'p/pack.yaml': 'ref: p\nlabel: P\nversion: 1.0.0\n' };
  expect(runBin(['digest', 'p'], { cwd: folderWith(files) }).code).toBe(0);
  // The format of 2024 wants a description.
  expect(runBin(['digest', 'p', '--profile', 'seed'], { cwd: folderWith(files) }).code).toBe(1);
});
