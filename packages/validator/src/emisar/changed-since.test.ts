import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOnDemand } from '../on-demand.ts';
import { directoryTree } from '../tree/directory-tree.ts';
import { authoredActions } from './authored-actions.ts';

// Here and not beside the other tests: these load `open`, and with it what says what is wrong.
test('a pack that was opened on demand and spoiled since has no actions', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-changed-'));
  cpSync(join(import.meta.dirname, '../../../../examples/disk-care'), folder, { recursive: true });
  const tree = directoryTree(folder);
  const opened = { ...(await openOnDemand(tree)) };
  expect(authoredActions(tree, opened).size).toBe(3);
  writeFileSync(join(folder, 'actions/usage.yaml'), 'id: 5\n');
  expect(authoredActions(tree, opened).size).toBe(0);
});
