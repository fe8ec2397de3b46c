import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { SourceText } from '../source/source-text.ts';
import { checkTogether } from '../together.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { attune } from './format.ts';

const live = {
  'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
  'actions/run.yaml': 'ref: demo.run\nlabel: Run\nentry_point: run.sh\n',
  'actions/run.sh': 'exit 0\n',
};

test('a pack tells its profile, and a caller may force one', () => {
  expect(open(memoryTree(live)).profile).toBe('real');
  expect(open(memoryTree(live), { profile: 'seed' }).profile).toBe('seed');
  expect(open(memoryTree(live), { profile: 'other' }).profile).toBe('real');
});

test('a pack of another format has no profile', () => {
  expect(open(memoryTree({ 'pack.yaml': 'schema_version: 1\nid: demo\n' })).profile).toBe(null);
});

test('what version control keeps does not change the digest', () => {
  const { digest } = open(memoryTree(live));
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(open(memoryTree({ ...live, '.git/HEAD': 'ref: x\n' })).digest).toBe(digest);
  expect(open(memoryTree({ ...live, LICENSE: 'MIT\n' })).digest).not.toBe(digest);
});

test('references into packs that are not given are left alone', () => {
  const rule = 'ref: r\ntrigger_ref: chat.said\naction_ref: demo.run\n';
  const chat = { 'pack.yaml': 'ref: chat\nlabel: Chat\nversion: 1.0.0\n' };
  const demo = { path: 'demo', opened: open(memoryTree({ ...live, 'rules/r.yaml': rule })) };
  const codes = (...packs: (typeof demo)[]) =>
    checkTogether(packs).map((diagnostics) => diagnostics.map(({ code, severity }) => `${code} ${severity}`));
  expect(codes(demo)).toEqual([[]]);
  expect(codes(demo, { path: 'chat', opened: open(memoryTree(chat)) })).toEqual([['ATT127 warning'], []]);
});

test('the scripts of the shell runner are given to the shell that it is', () => {
  const tree = memoryTree({
    ...live,
    'actions/look.yaml': 'ref: demo.look\nlabel: Look\nrunner_type: python\nentry_point: look.py\n',
    'actions/look.py': 'print()\n',
  });
  const source = new SourceText(live['pack.yaml']);
  const scripts = attune.scripts(tree, { file: 'pack.yaml', source });
  expect(scripts.map(({ interpreter, file }) => [interpreter, file])).toEqual([['bash', 'actions/run.sh']]);
});

test('the view of a pack has what it runs and what it does by itself', () => {
  const { view } = open(
    memoryTree({
      ...live,
      'triggers/lost.yaml': 'ref: demo.lost\noutput: {name: {type: string, required: true}}\n',
      'rules/r.yaml': 'ref: r\ntrigger_ref: lost\naction_ref: run\nconditions: {expression: "true"}\n',
    }),
  );
  expect(view?.runnable?.actions).toEqual([
    {
      id: 'demo.run',
      title: 'Run',
      summary: '',
      description: '',
      kind: 'shell',
      risk: 'unrated',
      sideEffects: [],
      searchTerms: [],
      args: [],
    },
  ]);
  expect(view?.automation?.rules).toEqual([
    {
      id: 'demo.r',
      title: 'R',
      summary: '',
      enabled: true,
      trigger: 'demo.lost',
      action: 'demo.run',
      condition: 'true',
    },
  ]);
});
