import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { open } from './open.ts';
import { directoryTree } from './tree/directory-tree.ts';

const packs = globSync('*/fixtures/*/*', { cwd: import.meta.dirname })
  .map((folder) => join(import.meta.dirname, folder))
  .filter((folder) => existsSync(join(folder, 'pack.yaml')));

test('a verdict alone has the errors and the digest of the whole reading', () => {
  const differing = packs.filter((folder) => {
    const tree = directoryTree(folder);
    const [whole, verdict] = [open(tree), open(tree, { verdictOnly: true })];
    const errors = whole.diagnostics.filter(({ severity }) => severity === 'error');
    const said = verdict.diagnostics.filter(({ severity }) => severity === 'error');
    return verdict.digest !== whole.digest || JSON.stringify(said) !== JSON.stringify(errors);
  });
  expect(packs.length).toBeGreaterThan(400);
  expect(differing).toEqual([]);
});

test('a verdict alone has no warnings of rules', () => {
  const folder = join(import.meta.dirname, 'emisar/fixtures/EMI121/bad');
  const tree = directoryTree(folder);
  expect(open(tree).diagnostics.map(({ code }) => code)).toEqual(['EMI121']);
  expect(open(tree, { verdictOnly: true }).diagnostics).toEqual([]);
});
