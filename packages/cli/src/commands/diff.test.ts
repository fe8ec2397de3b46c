import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { goodPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';
import { runHere } from '../fixtures/run-here.ts';

const board = (name: string, methods: string, version = '1.0.0') => ({
  [`${name}/pack.yaml`]: `name: board
description: Reads the board.
version: "${version}"
capabilities:
  - name: api
    type: http
    allow:
      - {domains: [board.example], methods: ${methods}}
`,
});

const files = {
  ...board('old', '[GET]'),
  ...board('new', '[GET, POST]', '1.0.1'),
  ...board('less', '[HEAD]'),
};
const diff = (...args: string[]) =>
  runBin(['diff', ...args], { cwd: folderWith({ ...files, ...goodPack('other') }) });

test('what is wider comes first, then the files, and the version is judged', () => {
  const { code, stdout } = diff('old', 'new');
  expect(stdout).toBe(`board 1.0.0 → 1.0.1: the changes deserve a minor version, and 1.0.1 is only a patch one

Wider: possible now, and not before
  capability api: the rule 1 admits what was refused: GET POST board.example any path  pack.yaml:8

Equal: nothing more or less is possible
  the version was "1.0.0", is "1.0.1"  pack.yaml:3

Files
  changed  pack.yaml
--- a/pack.yaml
+++ b/pack.yaml
@@ -1,8 +1,8 @@
 name: board
 description: Reads the board.
-version: "1.0.0"
+version: "1.0.1"
 capabilities:
   - name: api
     type: http
     allow:
-      - {domains: [board.example], methods: [GET]}
+      - {domains: [board.example], methods: [GET, POST]}
`);
  expect(code).toBe(1);
});

test('nothing differs between a pack and itself', () => {
  const { code, stdout } = diff('old', 'old');
  expect([code, stdout]).toEqual([0, 'board 1.0.0 → 1.0.0: nothing differs\n']);
});

test('an update that only forbids passes', () => {
  const cwd = folderWith({ ...board('old', '[GET, POST]'), ...board('new', '[GET]', '2.0.0') });
  expect(runBin(['diff', 'old', 'new'], { cwd }).code).toBe(0);
});

test('the changes as data are as published', () => {
  const { code, stdout } = diff('old', 'less', '--output', 'json');
  const schema = readFileSync(join(import.meta.dirname, '../../schemas/diff-output.schema.json'), 'utf8');
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
  const document = JSON.parse(stdout);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document).toMatchObject({
    format: 'evershell',
    id: 'board',
    version: { deserved: 'major', moved: 'none', isEnough: false },
    changes: [
      {
        subject: ['capability api'],
        meaning: 'wider',
        before: null,
        after: { file: 'pack.yaml', line: 8, column: 9 },
      },
      {
        subject: ['capability api'],
        meaning: 'narrower',
        before: { file: 'pack.yaml', line: 8, column: 9 },
        after: null,
      },
    ],
    files: [{ path: 'pack.yaml', what: 'changed' }],
  });
  expect(code).toBe(1);
});

test.each([
  [['old', 'other'], 'the two are packs of different formats'],
  [['old', './gone'], '"./gone" does not exist'],
  [['old', 'gone', '--dest', 'none'], '"gone" is neither a path nor bytes that this host holds'],
  [['old', '.'], '"." is not a pack'],
])('%j is wrong usage', (args, message) => {
  const { code, stderr } = diff(...args);
  expect(stderr.split('\n')[0]).toBe(`packwright diff: ${message}`);
  expect(code).toBe(2);
});

test('installed packs are compared by name, by version and by hash, and an update with what was trusted', async () => {
  const cwd = folderWith({
    'packwright.yaml': 'packs_dir: host/packs\nstate_dir: host/state\n',
    ...board('board', '[GET]'),
    ...board('fresh', '[GET, POST]', '1.1.0'),
  });
  const run = (...args: readonly string[]) => runHere(args, { cwd, env: { HOME: cwd } });
  const digest = (await run('digest', './board')).stdout.trim();
  await run('install', './board', '--hash', digest);
  await run('install', './fresh', '--force');
  const firstLine = async (...args: readonly string[]) => (await run('diff', ...args)).stdout.split('\n')[0];
  const update = 'board 1.0.0 → 1.1.0: the changes deserve a minor version, and 1.1.0 is one';
  expect(await firstLine('board')).toBe(update);
  expect(await firstLine('board@1.0.0', 'board@1.1.0')).toBe(update);
  expect(await firstLine(digest, 'fresh')).toBe(update);
  expect(await firstLine('./board', 'board=1.1.0')).toBe(update);
});
