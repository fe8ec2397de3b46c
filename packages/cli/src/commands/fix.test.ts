import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { goodPack, misspelledPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

const DIFF = `\
--- a/demo/actions/show.yaml
+++ b/demo/actions/show.yaml
@@ -1,7 +1,7 @@
 schema_version: 1
 id: demo.show
 title: Show units
-kind: exce
+kind: exec
 risk: low
 description: Lists the units of one type.
 side_effects:
`;

const actionIn = (cwd: string) => readFileSync(join(cwd, 'demo/actions/show.yaml'), 'utf8');

test('the change is shown and not written', () => {
  const cwd = folderWith(misspelledPack('demo'));
  const before = actionIn(cwd);
  expect(runBin(['fix'], { cwd })).toEqual({
    code: 1,
    stdout: DIFF,
    stderr: '1 fix in 1 file, not written; --write writes them\n',
  });
  expect(actionIn(cwd)).toBe(before);
});

test('with --write the change is written, its mode kept, and nothing else stays behind', () => {
  const cwd = folderWith(misspelledPack('demo'));
  chmodSync(join(cwd, 'demo/actions/show.yaml'), 0o640);
  expect(runBin(['fix', '--write'], { cwd })).toEqual({
    code: 0,
    stdout: DIFF,
    stderr: 'wrote 1 fix in 1 file\n',
  });
  expect(actionIn(cwd)).toBe(goodPack('demo')['demo/actions/show.yaml']);
  expect(statSync(join(cwd, 'demo/actions/show.yaml')).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(cwd, 'demo/actions'))).toEqual(['show.yaml']);
});

test('where nothing can be mended nothing is left to do', () => {
  const cwd = folderWith(goodPack('demo'));
  expect(runBin(['fix', '--write'], { cwd })).toEqual({ code: 0, stdout: '', stderr: 'nothing to fix\n' });
});

test('errors that only their author can mend are left and fail', () => {
  const files = misspelledPack('demo');
  const action = (files['demo/actions/show.yaml'] ?? '').replace('  timeout: 30s\n', '');
  const cwd = folderWith({ ...files, 'demo/actions/show.yaml': action });
  const { code, stderr } = runBin(['fix', '--write'], { cwd });
  expect([code, stderr]).toEqual([
    1,
    'wrote 1 fix in 1 file\n1 error left for you; `packwright validate` shows them\n',
  ]);
});

test('a byte order mark and line ends stay as they are', () => {
  const text = misspelledPack('demo')['demo/actions/show.yaml'] ?? '';
  const windows = (kind: string) => `\ufeff${text.replace('exce', kind).replaceAll('\n', '\r\n')}`;
  const cwd = folderWith({ ...goodPack('demo'), 'demo/actions/show.yaml': windows('exce') });
  runBin(['fix', '--write'], { cwd });
  expect(actionIn(cwd)).toBe(windows('exec'));
});

test('a file that is not UTF-8 is not touched', () => {
  const text = misspelledPack('demo')['demo/actions/show.yaml'] ?? '';
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  const cwd = folderWith({ ...goodPack('demo'), 'demo/actions/show.yaml': wide });
  const { code, stdout } = runBin(['fix', '--write'], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(readFileSync(join(cwd, 'demo/actions/show.yaml')).equals(wide)).toBe(true);
});

test('a link is not touched, nor what it leads to', () => {
  const files = misspelledPack('demo');
  const cwd = folderWith({
    'demo/pack.yaml': `${files['demo/pack.yaml']}allow_symlinks: true\n`,
    'demo/real.yaml': files['demo/actions/show.yaml'] ?? '',
    'demo/actions/show.yaml': { link: '../real.yaml' },
  });
  const { code, stdout } = runBin(['fix', '--write'], { cwd });
  expect([code, stdout, lstatSync(join(cwd, 'demo/actions/show.yaml')).isSymbolicLink()]).toEqual([
    1,
    '',
    true,
  ]);
});

test('an archive cannot be fixed', () => {
  const cwd = folderWith({});
  writeFileSync(join(cwd, 'x.tar.gz'), '');
  expect(runBin(['fix', 'x.tar.gz'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'packwright fix: "x.tar.gz" is an archive\n  unpack it, fix it, and build it again\n',
  });
});

test('the diff is one that patch takes', () => {
  expect(DIFF.split('\n').slice(0, 2)).toEqual([
    '--- a/demo/actions/show.yaml',
    '+++ b/demo/actions/show.yaml',
  ]);
});

test('a number for a version is put in quotes, and a scheme taken off a host', () => {
  const manifest = (version: string, host: string) =>
    `name: board\ndescription: x\nversion: ${version}\ncapabilities:\n  - name: a\n    type: http\n    allow: [{domains: [${host}], methods: [GET]}]\n`;
  const cwd = folderWith({ 'pack.yaml': manifest('1.10', '"https://board.example/"') });
  expect(runBin(['fix', '--write'], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, 'pack.yaml'), 'utf8')).toBe(manifest('"1.10"', 'board.example'));
});
