import { attuneRealKeys } from '@packwright/schema/attune';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';

const messages = (files: Readonly<Record<string, MemoryEntry>>, profile?: string): string[] =>
  open(memoryTree(files), profile === undefined ? {} : { profile }).diagnostics.map(
    ({ code, message, hint }) => `${code} ${message}; ${hint}`,
  );

const PACK = 'ref: demo\nlabel: Demo\ndescription: A demo\nversion: 1.0.0\n';
const COMPONENTS = {
  action: 'runner_type: shell\nentry_point: run.sh\n',
  sensor: 'runner_type: python\nentry_point: run.py\ntrigger_types: []\n',
  trigger: 'type: custom\n',
} as const;

test.each(Object.entries(COMPONENTS))(
  'in the format of 2024, whatever stands under a live key of the kind %s is told and breaks nothing',
  (kind, lines) => {
    const start = `name: run\nref: demo.run\ndescription: Runs\n${lines}`;
    const keys = attuneRealKeys[kind as keyof typeof COMPONENTS] ?? [];
    const untold = keys.flatMap((key) =>
      ['null', '[]', '[1]', '{a: [1]}', '5', 'text'].filter((value) => {
        const files = { 'pack.yaml': PACK, [`${kind}s/run.yaml`]: `${start}${key}: ${value}\n` };
        return !messages(files, 'seed').some((message) => message.startsWith(`ATT103 "${key}"`));
      }),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(untold).toEqual([]);
  },
);

test('an owner of no kind is told once', () => {
  const cache = 'ref: demo.c\nnamespace: c\nowner_type: 5\nowner_ref: demo.run\n';
  expect(messages({ 'pack.yaml': PACK, 'caches/c.yaml': cache })).toEqual([
    'PCK105 `owner_type` is 5, not one of pack, action, sensor; write one of them',
  ]);
});

test('tasks without a name inside a task are told, and nothing else of them', () => {
  const inner = '[{}, {action: demo.gone}, {name: b, action: core.echo, on_success: nowhere}]';
  const files = {
    'pack.yaml': PACK,
    'actions/w.yaml': 'ref: demo.w\nlabel: W\nworkflow_file: workflows/w.yaml\n',
    'actions/workflows/w.yaml': `version: "1"\ntasks: [{name: a, type: parallel, tasks: ${inner}}]\n`,
  };
  expect(messages(files)).toEqual([
    'PCK102 entry 1 of `tasks` has no "name"; add `name: …`',
    'PCK102 entry 2 of `tasks` has no "name"; add `name: …`',
  ]);
});

test('what is missing beside a key that has no name is told without one', () => {
  const policy = 'ref: p\nquotas: [{? [a] : b}]\n';
  expect(messages({ 'pack.yaml': PACK, 'policies/p.yaml': policy })).toContain(
    'PCK102 entry 1 of `quotas` has no "limit"; add `limit: 1`',
  );
});

test.each([
  ['{type: native}', '`launch` has no "artifact"; add artifact'],
  ['{type: native, artifact: 5}', '`launch.artifact` is not text; write text'],
  ['{type: java_class, main_class: A, classpath: a}', '`launch.classpath` is not a list; write a list'],
  ['{type: file, path: a, more: 1}', '`launch` has the unknown key "more"; remove it'],
  ['{type: other}', '`launch.type` is not what the loader reads there; undefined'],
  ['text', '`launch` is not a mapping; write a mapping'],
])('a launch of %s is told in plain words', (launch, told) => {
  const action = `ref: demo.run\nlabel: Run\nentry_point: run.sh\nlaunch: ${launch}\n`;
  const [, words] = told.split('; ');
  const found = messages({ 'pack.yaml': PACK, 'actions/run.yaml': action }).filter((message) =>
    message.startsWith('ATT106'),
  );
  expect(found).toEqual([`ATT106 ${told.split(';')[0]}, so the default counts; ${words}`]);
});
