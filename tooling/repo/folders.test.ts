import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repoRoot } from './repo-root.ts';

test('no folder is named for being shared: utils, common, helpers, core, types', () => {
  const found = globSync('{packages,apps,tooling}/**/{utils,common,helpers,core,types}/', {
    cwd: repoRoot,
    exclude: (path) => /(^|[\\/])(node_modules|dist|fixtures)$/.test(path),
  });
  expect(found).toEqual([]);
});
