import { cpSync, mkdtempSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { directoryTree } from '../tree/directory-tree.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { authoredActions } from './authored-actions.ts';

const pack = memoryTree({
  'pack.yaml': `schema_version: 1
id: demo
name: Demo
version: 1.0.0
description: A demo.
actions: [actions/look.yaml]
`,
  'actions/look.yaml': `schema_version: 1
id: demo.look
title: Look
kind: script
risk: low
description: Looks.
side_effects: [none]
execution:
  script: {path: look.sh, interpreter: /bin/sh}
  timeout: 5s
output: {parser: text, max_stdout_bytes: 1024, max_stderr_bytes: 1024}
`,
  'look.sh': 'ls\n',
});

/** The pack, and how often anything of it was looked up. */
function counted(): { readonly tree: PackTree; readonly lookUps: () => number } {
  let lookUps = 0;
  const entry: PackTree['entry'] = (path) => {
    lookUps += 1;
    return pack.entry(path);
  };
  return { tree: { ...pack, entry }, lookUps: () => lookUps };
}

const told = (actions: ReturnType<typeof authoredActions>) =>
  [...actions.values()].map(({ action, script }) => [action.title, script?.file]);

test('what was just opened to be run is not read again', () => {
  const { tree, lookUps } = counted();
  const opened = open(tree, { verdictOnly: true });
  expect(opened.diagnostics).toEqual([]);
  const before = lookUps();
  expect(told(authoredActions(tree, opened))).toEqual([['Look', 'look.sh']]);
  expect(lookUps()).toBe(before);
});

test('of a copy of what was opened the same is read anew', () => {
  const { tree, lookUps } = counted();
  const copy = { ...open(tree, { verdictOnly: true }) };
  const before = lookUps();
  expect(told(authoredActions(tree, copy))).toEqual([['Look', 'look.sh']]);
  expect(lookUps()).toBeGreaterThan(before);
});

test('of a pack that was only judged nothing is kept', () => {
  const { tree, lookUps } = counted();
  const opened = open(tree);
  const before = lookUps();
  expect(told(authoredActions(tree, opened))).toEqual([['Look', 'look.sh']]);
  expect(lookUps()).toBeGreaterThan(before);
});

test('a pack whose manifest is a link has no actions, kept or read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-linked-'));
  const example = join(import.meta.dirname, '../../../../examples/disk-care');
  cpSync(example, join(folder, 'pack'), { recursive: true });
  renameSync(join(folder, 'pack', 'pack.yaml'), join(folder, 'elsewhere.yaml'));
  symlinkSync('../elsewhere.yaml', join(folder, 'pack', 'pack.yaml'));
  const tree = directoryTree(join(folder, 'pack'));
  const opened = open(tree, { verdictOnly: true });
  expect([opened.diagnostics, opened.view?.runnable?.actions.length]).toEqual([[], 3]);
  expect(authoredActions(tree, opened).size).toBe(0);
  expect(authoredActions(tree, { ...opened }).size).toBe(0);
});
