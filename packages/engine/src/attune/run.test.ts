import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Executor } from '../executor/executor.ts';
import { packBench } from '../fixtures/test-runner.ts';
import type { PolicyPort } from '../ports/policy-port.ts';
import { realAction, seedAction, writeAttunePack } from './fixtures/attune-pack.ts';

/** Attune has no word for risk, so policy would ask each time. */
const policy: PolicyPort = { decide: () => ({ decision: 'allow', rule: { tier: 'low' }, channels: [] }) };
const bench = (files: Readonly<Record<string, string>>) =>
  packBench((directory) => writeAttunePack(directory, files), { policy });

/** Each prints what it was given: standard input, then the file of parameters and its mode. */
const readers = {
  shell: {
    file: 'read.sh',
    text: 'cat; f=$ATTUNE_PARAMETER_FILE; [ -z "$f" ] || { stat -c %a "$f"; cat "$f"; }\n',
  },
  python: {
    file: 'read.py',
    text: `import os, sys
sys.stdout.write(sys.stdin.read())
f = os.environ.get("ATTUNE_PARAMETER_FILE")
if f: sys.stdout.write(oct(os.stat(f).st_mode)[-3:] + "\\n" + open(f).read())
`,
  },
  nodejs: {
    file: 'read.cjs',
    text: `const fs = require('node:fs'); const f = process.env.ATTUNE_PARAMETER_FILE;
process.stdout.write(fs.readFileSync(0, 'utf8'));
if (f) process.stdout.write((fs.statSync(f).mode & 0o777).toString(8) + '\\n' + fs.readFileSync(f, 'utf8'));
`,
  },
  native: {
    file: 'read.bin',
    text: '#!/bin/sh\ncat; f=$ATTUNE_PARAMETER_FILE; [ -z "$f" ] || { stat -c %a "$f"; cat "$f"; }\n',
  },
} as const;
const documents = {
  json: '{"msg":"It\'s","n":3}',
  dotenv: "msg='It'\\''s'\nn='3'",
  yaml: "msg: It's\n'n': 3\n",
} as const;
const parameters = { n: 3, msg: "It's" };
type Runner = keyof typeof readers;
const runners = Object.keys(readers) as Runner[];

describe.each(runners)('%s', (runner) => {
  const { file, text } = readers[runner];
  const lines = `runner_type: ${runner}\nentry_point: ${file}`;

  test.each(['json', 'dotenv', 'yaml'] as const)(
    'reads %s from standard input and from a file',
    async (format) => {
      const { run, directory } = bench({
        [`actions/${file}`]: text,
        ...realAction('in', `${lines}\nparameter_format: ${format}`),
        ...realAction('file', `${lines}\nparameter_delivery: FILE\nparameter_format: ${format}`),
      });
      expect(await run('in', parameters)).toMatchObject({
        status: 'success',
        stdout: `${documents[format]}\n`,
      });
      expect(await run('file', parameters)).toMatchObject({
        status: 'success',
        stdout: `400\n${documents[format]}`,
      });
      expect(readdirSync(join(directory, 'scratch'))).toEqual([]);
    },
  );
});

describe('a pack by the document of 2024', () => {
  const secret = 'parameters:\n  msg: {type: string}\n  token: {type: string, secret: true}';
  const lines = 'runner_type: shell\nentry_point: read.sh';

  test('delivers in the environment unless it says otherwise', async () => {
    const { run } = bench({
      'actions/read.sh': 'env | grep ^ATTUNE_ | grep -v EXECUTION_ID | sort',
      ...seedAction('env', lines),
    });
    expect(await run('env', { msg: "It's", 'list-x': [1] })).toMatchObject({
      stdout: `ATTUNE_ACTION_LIST-X=[1]
ATTUNE_ACTION_MSG=It's
ATTUNE_ACTION_REF=demo.env
ATTUNE_PARAMETER_DELIVERY=env
ATTUNE_PARAMETER_FORMAT=dotenv
`,
    });
  });

  test('ends the document with the delimiter, and puts secrets behind it', async () => {
    const { run } = bench({
      'actions/read.sh': 'cat | od -An -c | tr -d " \\n"',
      ...seedAction('in', `${lines}\nparameter_delivery: stdin\nparameter_format: json\n${secret}`),
    });
    expect((await run('in', { msg: 'x' })).stdout).toBe('{"msg":"x"}\\n---ATTUNE_PARAMS_END---\\n');
    expect((await run('in', { msg: 'x', token: 'hunter2!' })).stdout).toBe(
      '{"msg":"x"}\\n---ATTUNE_PARAMS_END---\\n{"token":"[REDACTED]"}\\n',
    );
  });

  test('is refused where a secret would go into the environment', async () => {
    const { run } = bench({ 'actions/read.sh': 'env', ...seedAction('env', `${lines}\n${secret}`) });
    expect(await run('env', { token: 'hunter2!' })).toMatchObject({
      status: 'error',
      error: '`token` is secret, and `parameter_delivery: env` would show it to other processes',
      hint: 'write `parameter_delivery: stdin` or `file`',
    });
  });

  test('may ask for docker, which nothing runs yet', async () => {
    const { run } = bench({
      'actions/read.sh': '',
      ...seedAction('box', 'runner_type: docker\nentry_point: read.sh'),
    });
    expect(await run('box')).toMatchObject({
      status: 'error',
      error: 'no container runtime is supported yet',
    });
  });
});

describe('what does not run', () => {
  test.each([
    ['entry_point: x.sh\nenabled: false', 'its author has switched it off', 'set `enabled: true`'],
    [
      'entry_point: x.sh\nrunner_type: ruby',
      'nothing here runs what is of `runner_type` "ruby"',
      'write one of: shell, python, nodejs, native',
    ],
    [
      'runner_type: native\nentry_point: core.ask',
      'its entry point "core.ask" is no file of the pack',
      undefined,
    ],
  ])('%j', async (lines, error, hint) => {
    const { run } = bench({ 'actions/x.sh': 'echo ran', ...realAction('x', lines) });
    const result = await run('x');
    expect(result).toMatchObject({ status: 'error', error });
    expect(result.hint).toBe(hint);
  });

  test('an entry point that leaves the pack', async () => {
    const { run } = bench(realAction('x', 'entry_point: ../../../../../bin/true\nrunner_type: native'));
    expect(await run('x')).toMatchObject({
      status: 'error',
      error: 'its entry point "../../../../../bin/true" is no file of the pack',
    });
  });

  test('an action whose pack was edited, in any file that its digest covers', async () => {
    const { run, packDirectory } = bench({
      'actions/x.sh': '. lib/words.sh',
      'lib/words.sh': 'echo right',
      ...realAction('x', 'entry_point: x.sh'),
    });
    expect(await run('x')).toMatchObject({ stdout: 'right\n' });
    writeFileSync(join(packDirectory, 'lib/words.sh'), 'echo wrong');
    expect(await run('x')).toMatchObject({
      status: 'error',
      error: '"lib/words.sh" of the pack "demo" has changed since it was loaded',
    });
  });
});

test('no secret is in argv, in the environment, in the journal or in the output', async () => {
  const secret = 'correct horse "battery"';
  const { run, journalFile } = bench({
    'actions/look.sh': `grep -c horse /proc/$$/environ /proc/$$/cmdline
cat "$ATTUNE_PARAMETER_FILE"; cat`,
    ...realAction(
      'look',
      'entry_point: look.sh\nparameter_delivery: file\nparameters:\n  token: {type: string, secret: true}',
    ),
  });
  const result = await run('look', { token: secret });
  expect(result.stdout).toMatch(
    /^\/proc\/[0-9]+\/environ:0\n\/proc\/[0-9]+\/cmdline:0\n\{"token":"\[REDACTED\]"\}$/,
  );
  expect(JSON.stringify(result)).not.toContain('horse');
  expect(readFileSync(journalFile, 'utf8')).not.toContain('horse');
});

test.each([
  ['lines', Array.from({ length: 17_000 }, (_, at) => `line ${at} of it`).join('\n')],
  ['one line', 'a'.repeat(250_000)],
])('a secret of a quarter of a megabyte in %s is masked', async (_, token) => {
  const { run, journalFile } = bench({
    'actions/look.sh': 'cat "$ATTUNE_PARAMETER_FILE"',
    ...realAction(
      'look',
      'entry_point: look.sh\nparameter_delivery: file\nparameters:\n  token: {type: string, secret: true}',
    ),
  });
  const result = await run('look', { token });
  expect(result).toMatchObject({ status: 'success', stdout: '{"token":"[REDACTED]"}' });
  expect(readFileSync(journalFile, 'utf8')).not.toMatch(/of it|aaaaa/);
});

test.each([
  ['json', 'echo log; echo \'{"a": 1}\'', { a: 1 }],
  ['yaml', 'echo "a: [1, x]"', { a: [1, 'x'] }],
  ['jsonl', 'echo 1; echo no; echo \'{"b":2}\'', [1, { b: 2 }]],
  ['text', 'echo \'{"a": 1}\'', undefined],
  ['json', 'echo no', undefined],
])(
  'output that is %s of `%s` is read as %j, and what cannot be read is no failure',
  async (format, script, output) => {
    const { run } = bench({
      'actions/x.sh': script,
      ...realAction('x', `entry_point: x.sh\noutput_format: ${format}`),
    });
    const result = await run('x');
    expect(result.status).toBe('success');
    expect(result.output).toEqual(output);
  },
);

test('the time an action has is its own, the caller’s, or 300 s', async () => {
  const { run, pack } = bench({
    'actions/x.sh': 'sleep 30',
    ...realAction('x', 'entry_point: x.sh\ntimeout_seconds: 1'),
    ...realAction('y', 'entry_point: x.sh\ntimeout: 5'),
  });
  expect(await run('x')).toMatchObject({ status: 'timed_out', exit_code: -1 });
  const [, y] = pack.actions;
  const host = {
    protectedRoots: [],
    environmentsDirectory: null,
    approvedLocks: null,
    unlockedEnvironments: 'refuse',
    versionOf: async () => null,
    pythons: () => [],
  } as const;
  expect(await y?.plan('{}', {}, host)).toMatchObject({
    plan: { timeoutMs: 300_000, cancelGraceMs: 10_000 },
  });
  expect(await y?.plan('{}', { timeoutMs: 7 }, host)).toMatchObject({ plan: { timeoutMs: 7 } });
});

test('the files of a run whose runner was killed are removed when the next one starts', async () => {
  const { directory, packDirectory } = bench({
    'actions/x.sh': 'touch "$PWD/.started"; sleep 60',
    ...realAction(
      'x',
      'entry_point: x.sh\nparameter_delivery: file\nparameters:\n  t: {type: string, secret: true}',
    ),
  });
  const scratch = join(directory, 'scratch');
  const dist = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
  const program = `import { createRunner, fixedPolicy, loadedPacks, loadPack } from ${JSON.stringify(dist)};
const { pack } = await loadPack(${JSON.stringify(packDirectory)});
createRunner({ packs: loadedPacks([pack]), scratchDirectory: ${JSON.stringify(scratch)}, ask: {},
  trust: { standingOf: () => ({ problem: null, ratings: {} }) }, journal: { record: async () => 'id' },
  policy: { decide: () => ({ decision: 'allow', rule: { tier: 'low' }, channels: [] }) } })
  .run({ actionId: 'demo.x', argumentsJson: '{"t":"hunter2!"}', reason: 'test' });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  const started = () =>
    existsSync(scratch) && readdirSync(scratch).some((name) => existsSync(join(scratch, name, '.started')));
  await expect.poll(started, { timeout: 10_000 }).toBe(true);
  const [run = ''] = readdirSync(scratch);
  expect(readFileSync(join(scratch, run, '.parameters'), 'utf8')).toBe('{"t":"hunter2!"}');
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(readdirSync(scratch)).toEqual([run]);
  new Executor({ scratchDirectory: scratch, inheritEnv: [], cancelGraceMs: 1 });
  expect(readdirSync(scratch)).toEqual([]);
  rmSync(directory, { recursive: true });
}, 20_000);

test('the example runs', async () => {
  const example = fileURLToPath(new URL('../../../../examples/cert-watch', import.meta.url));
  const { run } = packBench((directory) => cpSync(example, directory, { recursive: true }), { policy });
  const refusedByServer = await run('check', { host: 'localhost', port: 1 });
  expect(refusedByServer).toMatchObject({ status: 'failed', exit_code: 1 });
  expect(refusedByServer.stderr).toMatch(/^localhost: /);
  expect(await run('review', { host: 'h', webhook_url: 'http://x' })).toMatchObject({
    error: 'it is a workflow, which no single machine runs',
  });
});
