import { expect, test } from 'vitest';
import { compare } from '../changes/compare.ts';
import { memoryTree } from '../tree/memory-tree.ts';

const MANIFEST = `id: demo
schema_version: 1
name: Demo
description: A demo.
version: 1.0.0
actions: [actions/look.yaml]
`;

const ACTION = `schema_version: 1
id: demo.look
title: Look
kind: script
risk: medium
description: Looks at something.
side_effects: [none]
args:
  - name: unit
    type: string
    required: true
    sensitive: true
    validation: {pattern: "^[a-z]+$", max_length: 64}
  - name: lines
    type: integer
    default: 10
    validation: {min: 1, max: 500}
  - name: file
    type: path
    validation: {allowed_prefixes: [/var/log], denied_paths: [/var/log/secret]}
  - name: mode
    type: string
    validation: {enum: [fast, slow]}
  - name: wait
    type: duration
    validation: {min_duration: 1s, max_duration: 1m}
execution:
  script: {path: look.sh}
  timeout: 30s
  timeout_max: 1m
  env: {LEVEL: one}
output:
  parser: text
  max_stdout_bytes: 1000
  max_stderr_bytes: 1000
  redact:
    - {name: key, type: regex, pattern: "k-[0-9]+"}
`;

const OTHER = ACTION.replace('demo.look', 'demo.other');

function differences(edit: (action: string) => string, script = 'exit 0\n', old = ACTION) {
  const pack = {
    'pack.yaml': MANIFEST,
    'actions/look.yaml': old,
    'actions/look.sh': '',
    'look.sh': 'exit 0\n',
  };
  const compared = compare(
    memoryTree(pack),
    memoryTree({ ...pack, 'actions/look.yaml': edit(ACTION), 'look.sh': script }),
  );
  if (!compared.ok) throw new Error(JSON.stringify([compared.reason, compared.after.diagnostics]));
  return compared.changes.map(
    ({ subject, meaning, message }) => `${[...subject.slice(1), meaning].join(' ')}: ${message}`,
  );
}

test.each<[what: string, from: string, to: string, expected: string[]]>([
  ['a lower risk', 'risk: medium', 'risk: low', ['wider: its risk was medium, is low']],
  ['a higher risk', 'risk: medium', 'risk: high', ['narrower: its risk was medium, is high']],
  [
    'a pattern that takes more',
    '^[a-z]+$',
    '^[a-z0-9]+$',
    ['argument unit wider: its pattern was "^[a-z]+$", is "^[a-z0-9]+$"'],
  ],
  [
    'a pattern that takes less',
    '^[a-z]+$',
    '^[a-f]+$',
    ['argument unit narrower: its pattern was "^[a-z]+$", is "^[a-f]+$"'],
  ],
  [
    'a pattern that takes the same',
    '^[a-z]+$',
    '^[a-z][a-z]*$',
    ['argument unit equal: its pattern was "^[a-z]+$", is "^[a-z][a-z]*$"'],
  ],
  [
    'a pattern that cannot be told',
    '^[a-z]+$',
    '(?i)^[a-z]+$',
    ['argument unit unknown: its pattern was "^[a-z]+$", is "(?i)^[a-z]+$"'],
  ],
  [
    'the default length',
    ', max_length: 64',
    '',
    ['argument unit wider: its length in bytes was 64, is not given'],
  ],
  [
    'the default length, written',
    'max_length: 64',
    'max_length: 32768',
    ['argument unit wider: its length in bytes was 64, is 32768'],
  ],
  [
    'an argument that is no longer required',
    'required: true',
    'required: false',
    ['argument unit wider: required was on, is off'],
  ],
  [
    'an argument that is no longer masked',
    'sensitive: true',
    'sensitive: false',
    ['argument unit wider: masked was on, is off'],
  ],
  ['a greater maximum', 'max: 500', 'max: 501', ['argument lines wider: its greatest value was 500, is 501']],
  ['a greater minimum', 'min: 1,', 'min: 2,', ['argument lines narrower: its least value was 1, is 2']],
  ['another default', 'default: 10', 'default: 20', ['argument lines unknown: its default was 10, is 20']],
  [
    'a directory below',
    '[/var/log]',
    '[/var/log/app]',
    ['argument file narrower: no longer allowed: "/var/log"'],
  ],
  ['a directory above', '[/var/log]', '[/var]', ['argument file wider: now allowed: "/var"']],
  [
    'a denial that is gone',
    '[/var/log/secret]',
    '[]',
    ['argument file wider: no longer denied: "/var/log/secret"'],
  ],
  ['one more choice', '[fast, slow]', '[fast, slow, idle]', ['argument mode wider: a value now has "idle"']],
  [
    'one choice for another',
    '[fast, slow]',
    '[fast, idle]',
    ['argument mode wider: a value now has "idle"', 'argument mode narrower: a value no longer has "slow"'],
  ],
  ['`allowed` for `enum`', 'enum: [fast', 'allowed: [fast', []],
  [
    'no choices',
    'enum: [fast, slow]',
    'max_length: 9',
    [
      'argument mode wider: a value no longer has to be one of "fast", "slow"',
      'argument mode narrower: its length in bytes was not given, is 9',
    ],
  ],
  ['a duration in other words', 'max_duration: 1m', 'max_duration: 60s', []],
  [
    'a longer duration',
    'max_duration: 1m',
    'max_duration: 2m',
    ['argument wait wider: its longest duration was "1m", is "2m"'],
  ],
  [
    'another type',
    'type: integer',
    'type: number',
    ['argument lines unknown: its type was integer, is number'],
  ],
  [
    'a new argument',
    '  - name: wait',
    '  - {name: more, type: boolean}\n  - name: wait',
    ['argument more wider: new'],
  ],
  ['a longer timeout', 'timeout: 30s', 'timeout: 40s', ['wider: its timeout was "30s", is "40s"']],
  [
    'a shorter range',
    'timeout_max: 1m',
    'timeout_max: 50s',
    ['narrower: its longest timeout was "1m", is "50s"'],
  ],
  [
    'another user',
    '  timeout: 30s',
    '  user: root\n  timeout: 30s',
    ['wider: its user was not given, is "root"'],
  ],
  [
    'another environment',
    'LEVEL: one',
    'LEVEL: two',
    ['unknown: its environment was {"LEVEL": "one"}, is {"LEVEL": "two"}'],
  ],
  [
    'more output',
    'max_stdout_bytes: 1000',
    'max_stdout_bytes: 2000',
    ['wider: its most bytes of stdout was 1000, is 2000'],
  ],
  [
    'a redaction that is gone',
    '  redact:\n    - {name: key, type: regex, pattern: "k-[0-9]+"}\n',
    '',
    ['wider: the redaction "key" is gone'],
  ],
  ['a redaction that is another one', 'k-[0-9]+', 'k-[0-9]', ['unknown: the redaction "key" is another one']],
  ['another text', 'Looks at something.', 'Looks.', ['equal: `description` is another text']],
  [
    'a pattern that takes other texts',
    '^[a-z]+$',
    '^[b-z0-9]+$',
    [
      'argument unit wider: its pattern was "^[a-z]+$", is "^[b-z0-9]+$"',
      'argument unit narrower: its pattern refuses some of what it took before',
    ],
  ],
  [
    'a directory above, in roundabout words',
    'allowed_prefixes: [/var/log]',
    'allowed_prefixes: [/var/log/..]',
    ['argument file wider: now allowed: "/var/log/.."'],
  ],
  [
    'paths beside directories, which have to hold both',
    'allowed_prefixes: [/var/log]',
    'allowed_prefixes: [/var/log], allowed_paths: [/var/log/a]',
    ['argument file narrower: a path now has to be one of "/var/log/a"'],
  ],
  [
    'no directories',
    'allowed_prefixes: [/var/log], ',
    '',
    ['argument file wider: a path no longer has to lie in one of "/var/log"'],
  ],
  [
    'a new argument that is required',
    '  - name: wait',
    '  - {name: more, type: boolean, required: true}\n  - name: wait',
    ['argument more wider: new', 'argument more narrower: new and required, so calls without it are refused'],
  ],
])('%s', (_, from, to, expected) => {
  expect(ACTION).toContain(from);
  expect(differences((action) => action.replace(from, to))).toEqual(expected);
});

test('a script with other content is unknown', () => {
  expect(differences((action) => action, 'rm -rf /\n')).toEqual([
    'unknown: the script look.sh has other content',
  ]);
});

test('a script that several actions share is told once', () => {
  const pack = (script: string) =>
    memoryTree({
      'pack.yaml': MANIFEST.replace('actions/look.yaml', 'actions/look.yaml, actions/other.yaml'),
      'actions/look.yaml': ACTION,
      'actions/other.yaml': OTHER,
      'look.sh': script,
    });
  const compared = compare(pack('exit 0\n'), pack('exit 1\n'));
  expect(
    compared.ok && compared.changes.map(({ subject, meaning, message }) => [...subject, meaning, message]),
  ).toEqual([['script look.sh', 'unknown', 'has other content; 2 actions run it']]);
});

test('an argument that is gone', () => {
  const without = (action: string): string => action.replace(/ {2}- name: wait\n.*\n.*\n/, '');
  expect(differences(without)).toEqual(['argument wait narrower: gone, so calls with it are refused']);
});

test('choices that differ beyond what a message shows are told', () => {
  const long = 'x'.repeat(300);
  const choices = (last: string) => (action: string) => action.replace('[fast, slow]', `[${long}${last}]`);
  const shown = `"${'x'.repeat(199)}…`;
  expect(differences(choices('b'), undefined, choices('a')(ACTION))).toEqual([
    `argument mode wider: a value now has ${shown}`,
    `argument mode narrower: a value no longer has ${shown}`,
  ]);
});

test('a required argument that is gone', () => {
  const without = (action: string): string => action.replace(/ {2}- name: unit\n(?: {4}.*\n)+/, '');
  expect(differences(without)).toEqual([
    'argument unit wider: gone, so calls without it are taken',
    'argument unit narrower: gone, so calls with it are refused',
  ]);
});

test('an action that is new is wider, one that is gone narrower', () => {
  const old = { 'pack.yaml': MANIFEST, 'actions/look.yaml': ACTION, 'look.sh': '' };
  const fresh = {
    'pack.yaml': MANIFEST.replace('look.yaml', 'other.yaml'),
    'actions/other.yaml': OTHER,
    'look.sh': '',
  };
  const compared = compare(memoryTree(old), memoryTree(fresh));
  expect(
    compared.ok && compared.changes.map(({ subject, meaning, message }) => [...subject, meaning, message]),
  ).toEqual([
    ['action demo.look', 'narrower', 'gone'],
    ['action demo.other', 'wider', 'new, of medium risk'],
  ]);
});

test('a change stands at its place in both versions', () => {
  const pack = (action: string) =>
    memoryTree({ 'pack.yaml': MANIFEST, 'actions/look.yaml': action, 'look.sh': '' });
  const compared = compare(pack(ACTION), pack(`# a line\n${ACTION.replace('max: 500', 'max: 900')}`));
  const [change] = compared.ok ? compared.changes : [];
  const shown = (side: 'before' | 'after') => {
    const place = change?.[side];
    return compared[side].sources.get(place?.file ?? '')?.text.slice(place?.span.start, place?.span.end);
  };
  expect([change?.after?.file, shown('before'), shown('after')]).toEqual(['actions/look.yaml', '500', '900']);
});
