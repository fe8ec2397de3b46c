import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack, misspelledPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

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
