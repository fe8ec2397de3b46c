import { memoryTree, open } from '@packwright/validator';
import { expect, test } from 'vitest';
import { goodPack } from '../fixtures/packs.ts';
import { fixPack } from './fix-pack.ts';

test('fixes that another fix lays open are made too', () => {
  const files = goodPack('');
  const action = files['actions/show.yaml'] ?? '';
  // While the kind is unknown, what stands under its branch cannot be judged.
  const broken = action.replace('kind: exec', 'kind: exce').replace('parser: text', 'parser: txt');
  const tree = memoryTree({ ...files, 'actions/show.yaml': broken });
  const { changes, opened } = fixPack(tree, open(tree));
  expect(changes.map(({ path, after }) => [path, after])).toEqual([['actions/show.yaml', action]]);
  expect(opened.diagnostics).toEqual([]);
});

test('a pack that is not changed has no changes', () => {
  const tree = memoryTree(goodPack(''));
  expect(fixPack(tree, open(tree))).toMatchObject({ changes: [], fixes: 0 });
});
