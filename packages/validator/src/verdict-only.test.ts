import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorRules } from './emisar/rules/error-rules.ts';
import { warningRules } from './emisar/rules/warning-rules.ts';
import { openOnDemand } from './on-demand.ts';
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

test('a verdict on demand, by the rules of errors alone, is the same verdict', async () => {
  const differing: string[] = [];
  for (const folder of packs) {
    const tree = directoryTree(folder);
    const options = { verdictOnly: true };
    const [whole, onDemand] = [open(tree, options), await openOnDemand(tree, options)];
    if (JSON.stringify(whole) !== JSON.stringify(onDemand)) differing.push(folder);
  }
  expect(differing).toEqual([]);
});

test('the rules of each list are of its severity', () => {
  expect([...new Set(errorRules.map(({ severity }) => severity))]).toEqual(['error']);
  expect([...new Set(warningRules.map(({ severity }) => severity))]).toEqual(['warning']);
});

test('a verdict alone has no warnings of rules', () => {
  const folder = join(import.meta.dirname, 'emisar/fixtures/EMI121/bad');
  const tree = directoryTree(folder);
  expect(open(tree).diagnostics.map(({ code }) => code)).toEqual(['EMI121']);
  expect(open(tree, { verdictOnly: true }).diagnostics).toEqual([]);
});
