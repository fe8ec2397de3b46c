import { expect, test } from 'vitest';
import { compare } from '../changes/compare.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import type { PackTree } from '../tree/pack-tree.ts';

const pack = {
  'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
  'actions/run.yaml': `ref: demo.run
label: Run
runner_type: shell
entry_point: run.sh
timeout_seconds: 30
parameters:
  host: {type: string, required: true, maxLength: 64, pattern: "^[a-z]+$"}
  token: {type: string, secret: true}
`,
  'actions/run.sh': '#!/bin/sh\n',
  'triggers/lost.yaml': 'ref: demo.lost\nlabel: Lost\noutput:\n  name: {type: string}\n',
  'rules/on.yaml':
    'ref: demo.on\nlabel: On\ntrigger_ref: demo.lost\naction_ref: demo.run\naction_params: {host: x}\n',
  'policies/few.yaml': 'ref: demo.few\nlabel: Few\nconcurrency: {limit: 2, method: enqueue}\n',
  'permission_sets/reader.yaml':
    'ref: demo.reader\nlabel: Reader\ngrants:\n  - {resource: keys, actions: [read], constraints: {owner: self}}\n',
};

type Path = keyof typeof pack;

function differences(path: Path, from: string, to: string): string[] {
  expect(pack[path]).toContain(from);
  const compared = compare(memoryTree(pack), memoryTree({ ...pack, [path]: pack[path].replace(from, to) }));
  if (!compared.ok) throw new Error(JSON.stringify(compared.after.diagnostics));
  return compared.changes.map(
    ({ subject, meaning, message }) => `${subject.join(', ')} ${meaning}: ${message}`,
  );
}

test.each<[what: string, path: Path, from: string, to: string, expected: string[]]>([
  [
    'a longer timeout',
    'actions/run.yaml',
    '30',
    '60',
    ['action demo.run wider: its timeout in seconds was 30, is 60'],
  ],
  [
    'a wider pattern',
    'actions/run.yaml',
    '^[a-z]+$',
    '^[a-z.]+$',
    ['action demo.run, parameter host wider: its pattern was "^[a-z]+$", is "^[a-z.]+$"'],
  ],
  [
    'a secret that is none',
    'actions/run.yaml',
    ', secret: true',
    '',
    ['action demo.run, parameter token wider: secret was on, is off'],
  ],
  [
    'a shorter text',
    'actions/run.yaml',
    '64',
    '32',
    ['action demo.run, parameter host narrower: its length was 64, is 32'],
  ],
  [
    'another way to hand parameters over',
    'actions/run.yaml',
    'timeout_seconds: 30',
    'timeout_seconds: 30\nparameter_delivery: file',
    ['action demo.run unknown: `parameter_delivery` was not given, is "file"'],
  ],
  [
    'a component that is off',
    'rules/on.yaml',
    'label: On',
    'label: On\nenabled: false',
    ['rule demo.on narrower: `enabled` was true, is false'],
  ],
  [
    'a policy that is off',
    'policies/few.yaml',
    'label: Few',
    'label: Few\nenabled: false',
    ['policy demo.few wider: `enabled` was true, is false'],
  ],
  [
    'a higher limit',
    'policies/few.yaml',
    'limit: 2',
    'limit: 3',
    ['policy demo.few wider: `concurrency.limit` was 2, is 3'],
  ],
  [
    'another action behind a trigger',
    'rules/on.yaml',
    'action_params: {host: x}',
    'action_params: {host: y}',
    ['rule demo.on unknown: `action_params` was {"host": "x"}, is {"host": "y"}'],
  ],
  [
    'a grant without constraints',
    'permission_sets/reader.yaml',
    ', constraints: {owner: self}',
    '',
    ['permission set demo.reader wider: now allows read keys'],
  ],
  [
    'a further grant',
    'permission_sets/reader.yaml',
    '[read]',
    '[read, delete]',
    ['permission set demo.reader wider: now allows delete keys within {"owner": "self"}'],
  ],
  [
    'another script',
    'actions/run.sh',
    '#!/bin/sh\n',
    '#!/bin/sh\nexit 1\n',
    ['file actions/run.sh unknown: has other content'],
  ],
  [
    'another text',
    'actions/run.yaml',
    'label: Run',
    'label: Go',
    ['action demo.run equal: `label` is another text'],
  ],
])('%s', (_, path, from, to, expected) => {
  expect(differences(path, from, to)).toEqual(expected);
});

type Schema = Readonly<Record<string, unknown>>;

function schemaDifferences(before: Schema, after: Schema, profile = 'real'): string[] {
  const [old, fresh] = [before, after].map((parameters) => {
    const texts = { ref: 'demo.run', name: 'run', label: 'Run', description: 'Runs.' };
    const action = { ...texts, runner_type: 'shell', entry_point: 'run.sh', parameters };
    return memoryTree({
      ...{ 'pack.yaml': 'ref: demo\nlabel: Demo\ndescription: A demo.\nversion: 1.0.0\n' },
      ...{ 'actions/run.yaml': JSON.stringify(action), 'actions/run.sh': '#!/bin/sh\n' },
    });
  });
  const compared = compare(old as PackTree, fresh as PackTree, { profile });
  if (!compared.ok) throw new Error(JSON.stringify(compared.before.diagnostics));
  return compared.changes.map(
    ({ subject, meaning, message }) => `${[...subject.slice(1), meaning].join(' ')}: ${message}`,
  );
}

test('no choice at all takes nothing, and none given takes anything', () => {
  expect(
    schemaDifferences({ x: { type: 'string', enum: [] } }, { x: { type: 'string', enum: ['a'] } }),
  ).toEqual(['parameter x wider: a value now has "a"']);
  expect(schemaDifferences({ x: { type: 'string', enum: [] } }, { x: { type: 'string' } })).toEqual([
    'parameter x wider: a value no longer has to be one of none',
  ]);
});

test('a new parameter that is required refuses calls that were taken', () => {
  const x = { type: 'string' };
  expect(schemaDifferences({ x }, { x, y: { type: 'string', required: true } })).toEqual([
    'parameter y wider: new',
    'parameter y narrower: new and required, so calls without it are refused',
  ]);
});

test('what a JSON Schema asks beside its properties is told', () => {
  const schema = { type: 'object', properties: { x: { type: 'object', required: ['a'] } } };
  expect(schemaDifferences({ ...schema, additionalProperties: false }, schema, 'seed')).toEqual([
    'unknown: what its schema asks of each parameter beside was {"additionalProperties": false}, is {}',
  ]);
  expect(schemaDifferences(schema, { ...schema, properties: { x: { type: 'object' } } }, 'seed')).toEqual([
    'parameter x unknown: what else its schema asks for was {"required": ["a"]}, is {}',
  ]);
});

test('what lies inside a value is compared where it lies', () => {
  const nested = (choices: readonly string[], required: readonly string[] = []) => ({
    x: {
      type: 'object',
      properties: {
        a: { type: 'array', items: { type: 'object', properties: { b: { enum: choices } }, required } },
      },
    },
  });
  expect(schemaDifferences(nested(['p']), nested(['p', 'q']))).toEqual([
    'parameter x.a[].b wider: a value now has "q"',
  ]);
  expect(schemaDifferences(nested(['p']), nested(['p'], ['b']))).toEqual([
    'parameter x.a[].b narrower: required was off, is on',
  ]);
});

test('a policy that is gone is wider, anything else that is gone narrower', () => {
  const { 'policies/few.yaml': _policy, 'rules/on.yaml': _rule, ...rest } = pack;
  const compared = compare(memoryTree(pack), memoryTree(rest));
  expect(compared.ok && compared.changes.map(({ subject, meaning }) => [...subject, meaning])).toEqual([
    ['policy demo.few', 'wider'],
    ['rule demo.on', 'narrower'],
  ]);
});
