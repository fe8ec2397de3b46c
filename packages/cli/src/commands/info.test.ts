import { expect, test } from 'vitest';
import { contentPack } from '../fixtures/content-pack.ts';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack, misspelledPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

test('a pack is shown with its actions, risks and needs', () => {
  const cwd = folderWith(goodPack(''));
  expect(runBin(['info'], { cwd })).toEqual({
    code: 0,
    stdout: `\
Demo
demo 0.1.0 (emisar)
${GOOD_DIGEST}

Shows what runs.

1 action: 1 low
  low       demo.show  Show units  type

Needs
  system    linux
  binaries  systemctl
`,
    stderr: '',
  });
});

test('the reading by which a pack was judged stands beside its format', () => {
  const cwd = folderWith({ 'pack.yaml': 'ref: demo\nlabel: Demo\nversion: "1.0.0"\n' });
  expect(runBin(['info'], { cwd }).stdout.split('\n')[1]).toBe('demo 1.0.0 (attune, profile real)');
});

test('a content pack is shown with what it tells an agent, and what it reaches', () => {
  const { stdout } = runBin(['info'], { cwd: folderWith(contentPack('')) });
  expect(stdout.split('\n').slice(4).join('\n')).toBe(`\
Reads the board.

6 files, 534 bytes
  prompt    22 bytes in every call of the model
  guide     guides/use.md  Using it
  script    scripts/read.sh  sh
  template  templates/a.json
  data      1 file
  suggests  web-fetch
  left out  guides/.DS_Store

1 network capability
  board
    GET  board.example  any path  1 condition
    GET HEAD  old.example  /a /b/**  also plain http
    at most 5 reads per workspace and 3600 s
    credential  board-bot
    secret      team
`);
});

test('as JSON it is the view', () => {
  const cwd = folderWith(goodPack('demo'));
  const view = JSON.parse(runBin(['info', 'demo', '--output', 'json'], { cwd }).stdout);
  expect(view.card).toEqual({
    format: 'emisar',
    id: 'demo',
    version: '0.1.0',
    title: 'Demo',
    summary: 'Shows what runs.',
    category: 'uncategorised',
    digest: GOOD_DIGEST,
  });
  expect(view.runnable.actions.map((action: { id: string }) => action.id)).toEqual(['demo.show']);
});

test('a refused pack is shown as validate shows it', () => {
  const cwd = folderWith(misspelledPack('demo'));
  const { code, stdout, stderr } = runBin(['info', 'demo'], { cwd });
  expect([code, stdout, stderr.split('\n')[2]]).toEqual([
    1,
    '',
    'demo/actions/show.yaml:4:7 error PCK105 `kind` "exce" is not one of its values (fix available)',
  ]);
});

test('a path with several packs is wrong usage', () => {
  const cwd = folderWith({ ...goodPack('a'), ...goodPack('b') });
  expect(runBin(['info'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'packwright info: "." holds 2 packs\n  name one, such as a\n',
  });
});
