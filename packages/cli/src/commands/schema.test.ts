import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runBin } from '../fixtures/run-bin.ts';

test('the schemas are listed with files that are there, and attached in one line', () => {
  const cwd = folderWith({});
  const lines = runBin(['schema'], { cwd }).stdout.trimEnd().split('\n');
  expect(lines.filter((_, at) => at % 2 === 0).slice(0, 5)).toEqual([
    '  any/pack                    pack manifest',
    '  any/action                  action of a pack',
    '  emisar/pack                 emisar pack',
    '  emisar/action               emisar action',
    '  attune/pack                 Attune pack',
  ]);
  expect([1, 3, 5].map((at) => existsSync(lines[at]?.trim() ?? ''))).toEqual([true, true, true]);
  const setting = JSON.parse(`{${lines.at(-1)}}`)['yaml.schemas'];
  expect(Object.values(setting).slice(0, 3)).toEqual([
    ['**/pack.yaml'],
    ['**/actions/*.yaml', '**/actions/*.yml'],
    ['**/sensors/*.yaml', '**/sensors/*.yml'],
  ]);
  expect(Object.keys(setting).every((file) => existsSync(file))).toBe(true);
});

test('inside the workspace the setting works for everyone', () => {
  const workspace = join(import.meta.dirname, '../../../..');
  const setting = runBin(['schema'], { cwd: workspace }).stdout.trimEnd().split('\n').at(-1);
  expect(setting).toMatch(/^"yaml\.schemas": \{"\.\/.*pack\.dispatch\.json":\["\*\*\/pack\.yaml"\],"\.\//);
});

test('a schema is printed by its name', () => {
  const { code, stdout } = runBin(['schema', 'emisar/action']);
  expect([code, JSON.parse(stdout).title]).toEqual([0, 'emisar action']);
});

test('an unknown name is wrong usage', () => {
  expect(runBin(['schema', 'emisar/packs']).stderr).toBe(
    'packwright schema: there is no schema "emisar/packs"\n  did you mean "emisar/pack"?\n',
  );
});
