import { open } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { typing } from '../fixtures/typing.ts';
import { askRatings } from './ask-ratings.ts';

const UP = '\x1b[A';
const ENTER = '\r';

/** An Attune pack, whose actions carry no risk. */
function packOf(...names: readonly string[]) {
  const actions = names.map((name) => [
    `actions/${name}.yaml`,
    `ref: demo.${name}\nlabel: ${name}\nrunner_type: shell\nentry_point: run.sh\n`,
  ]);
  const root = folderWith({
    'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
    ...Object.fromEntries(actions),
    'actions/run.sh': '#!/bin/sh\n',
  });
  const opened = open(directoryTree(root), { sha256: nodeSha256 });
  return { opened: { ...opened, id: 'demo', version: '1.0.0', digest: opened.digest ?? '' } };
}

test('each action without a risk is asked for, the careless answer being the cautious one', async () => {
  expect(await askRatings(packOf('look', 'wipe'), {}, typing(UP, ENTER, ENTER))).toEqual({
    'demo.look': 'high',
    'demo.wipe': 'critical',
  });
});

test('what was said already is not asked again', async () => {
  expect(await askRatings(packOf('look', 'wipe'), { 'demo.look': 'low' }, typing(ENTER))).toEqual({
    'demo.look': 'low',
    'demo.wipe': 'critical',
  });
});

test('giving up gives no ratings', async () => {
  expect(await askRatings(packOf('look'), {}, typing('\x03'))).toBeUndefined();
});
