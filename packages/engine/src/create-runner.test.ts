import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileAdmission, defaultPolicy, emptyTrustFile, standingOf } from '@packwright/trust';
import { describe, expect, test } from 'vitest';
import { shell } from './fixtures/emisar-pack.ts';
import { testBench } from './fixtures/test-runner.ts';
import { Journal } from './journal/journal.ts';
import { fixedPolicy } from './ports/fixed-policy.ts';
import { loadedPacks } from './ports/loaded-packs.ts';

const script = (name: string) => ({
  name,
  execution: `script:\n  path: scripts/${name}.sh\nargv: ["one two", "$HOME"]\ntimeout: 20s`,
});
const ONE_AT_A_TIME = { concurrency: 1 };
const events = (file: string): { event_type: string; request?: object }[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a run that passes every gate', () => {
  test('gives the result of specs/emisar 7.9', async () => {
    const bench = testBench([shell('hello', 'echo hello')]);
    expect(await bench.run('hello')).toMatchObject({
      status: 'success',
      action_id: 't.hello',
      exit_code: 0,
      stdout: 'hello\n',
      stdout_bytes: 6,
      stdout_sha256: '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
      executed_command: "sh -c 'echo hello'",
    });
  });

  test('leaves out what is empty', async () => {
    const bench = testBench([shell('quiet', ':')]);
    const result = await bench.run('quiet');
    expect(Object.keys(result).toSorted()).toEqual([
      'action_id',
      'duration_ms',
      'event_id',
      'executed_command',
      'exit_code',
      'status',
    ]);
  });

  test('runs a script as a private copy, with arguments that no shell has read, and removes it', async () => {
    const bench = testBench([script('args')], {
      'scripts/args.sh': 'printf "%s|" "$@"; stat -c " %a" "$0"; pwd',
    });
    expect(await bench.run('args')).toMatchObject({ stdout: 'one two|$HOME| 400\n/\n' });
    expect(readdirSync(join(bench.directory, 'scratch'))).toEqual([]);
  });

  test('starts with an empty environment but the allow-list and what the action sets', async () => {
    process.env.SECRET_OF_THE_RUNNER = 'x';
    const env = { execution: 'command:\n  binary: env\ntimeout: 5s\nenv:\n  OWN: mine' };
    const { stdout = '' } = await testBench([{ name: 'env', ...env }]).run('env');
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(names.filter((name) => !['LANG', 'LC_ALL', 'TERM'].includes(name ?? ''))).toEqual(['PATH', 'OWN']);
  });

  test('reads nothing', async () => {
    expect(await testBench([shell('cat', 'cat')]).run('cat')).toMatchObject({ status: 'success' });
  });

  test('counts listed exit codes as success and says others', async () => {
    const listed = shell('listed', 'exit 3');
    const bench = testBench([
      { ...listed, execution: `${listed.execution}\nsuccess_exit_codes: [3]` },
      shell('other', 'exit 4'),
    ]);
    expect(await bench.run('listed')).toMatchObject({ status: 'success', exit_code: 3 });
    expect(await bench.run('other')).toMatchObject({
      status: 'failed',
      exit_code: 4,
      reason: 'process exited with code 4',
    });
  });

  test('is journaled before and after', async () => {
    const bench = testBench([shell('hello', 'echo hello')]);
    await bench.run('hello');
    expect(events(bench.journalFile).map(({ event_type }) => event_type)).toEqual([
      'execution_started',
      'execution_completed',
    ]);
    expect(statSync(bench.journalFile).mode & 0o777).toBe(0o600);
  });
});

describe('the gates, in their order', () => {
  const actions = [shell('low', 'echo low'), shell('high', 'echo high', { risk: 'high' })];
  const arg = {
    name: 'arg',
    args: '- name: n\n  type: integer\n  required: true',
    execution: 'command:\n  binary: echo\n  argv: ["{{ args.n }}"]\ntimeout: 5s',
  };

  test('a blank reason is refused', async () => {
    expect(await testBench(actions).run('low', {}, { reason: ' \n' })).toMatchObject({
      status: 'validation_failed',
      reason: 'reason required',
    });
  });

  test('an action that the host does not admit is refused before anyone knows whether it exists', async () => {
    const admission = compileAdmission({ deny: ['t.*'] });
    if (!admission.ok) throw new Error(admission.problem.message);
    const bench = testBench(actions, {}, { admission: admission.value });
    expect(await bench.run('gone')).toMatchObject({ status: 'blocked_by_admission' });
    expect(events(bench.journalFile)).toMatchObject([{ event_type: 'action_blocked_by_admission' }]);
  });

  test('an unknown action is refused', async () => {
    expect(await testBench(actions).run('gone')).toMatchObject({ status: 'unknown_action' });
  });

  test('a pack that is not trusted is refused, with what to do', async () => {
    const trust = { standingOf: standingOf.bind(null, emptyTrustFile) };
    const bench = testBench(actions, {}, { trust });
    const result = await bench.run('low');
    expect(result).toMatchObject({ status: 'pack_untrusted', exit_code: -1 });
    expect(result.hint).toMatch(/^review it, then `packwright trust t sha256:/);
  });

  test('a digest that the caller did not see is refused', async () => {
    expect(await testBench(actions).run('low', {}, { digest: 'sha256:00' })).toMatchObject({
      status: 'pack_hash_mismatch',
    });
  });

  test('policy denies', async () => {
    const policy = fixedPolicy({ ...defaultPolicy, defaults: { ...defaultPolicy.defaults, low: 'deny' } });
    expect(await testBench(actions, {}, { policy }).run('low')).toMatchObject({
      status: 'denied',
      reason: 'policy denies what is of risk "low"',
    });
  });

  test('a person is asked where policy says so, and is believed only by a channel that was offered', async () => {
    const answering = (channel: 'terminal' | 'elicitation-http') =>
      testBench(actions, {}, { ask: { ask: async () => ({ approved: true, by: 'ada', channel }) } }).run(
        'high',
      );
    expect(await answering('terminal')).toMatchObject({ status: 'success', stdout: 'high\n' });
    expect(await answering('elicitation-http')).toMatchObject({
      status: 'denied',
      reason: 'nobody approved it: "elicitation-http" is no channel to approve it',
    });
    expect(await testBench(actions).run('high')).toMatchObject({
      reason: 'nobody approved it: nobody is there',
    });
  });

  test('arguments that do not fit are refused, and the journal keeps none of them', async () => {
    const bench = testBench([arg]);
    expect(await bench.run('arg', { n: 'seven' })).toMatchObject({ status: 'validation_failed' });
    expect(readFileSync(bench.journalFile, 'utf8')).not.toContain('args_redacted');
  });

  test('a script that was swapped after the pack was loaded does not run', async () => {
    const bench = testBench([script('args')], { 'scripts/args.sh': 'echo right' });
    writeFileSync(join(bench.packDirectory, 'scripts/args.sh'), 'touch /tmp/never; echo wrong');
    expect(await bench.run('args')).toMatchObject({
      status: 'error',
      error: '"scripts/args.sh" of the pack "t" has changed since it was loaded',
    });
  });

  test('an action file that was edited after the pack was trusted stops its runs', async () => {
    const bench = testBench(actions);
    const file = join(bench.packDirectory, 'actions/low.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('echo low', 'echo evil'));
    expect(await bench.run('low')).toMatchObject({ status: 'pack_hash_mismatch' });
  });

  test('nothing runs when the journal cannot be written', async () => {
    const mark = join(tmpdir(), `packwright-mark-${process.pid}`);
    const directory = testBench([shell('low', ':')]).packDirectory;
    const journal = new Journal(join(directory, 'pack.yaml', 'journal.jsonl'));
    const bench = testBench([shell('touch', `touch ${mark}`)], {}, { journal });
    expect(await bench.run('touch')).toMatchObject({ status: 'error', local_audit_failed: true });
    expect(existsSync(mark)).toBe(false);
  });
});

test('200 runs at once over 8 slots all complete, in turn, with nothing lost', async () => {
  const bench = testBench([
    {
      name: 'n',
      args: '- name: n\n  type: integer\n  required: true',
      execution: 'command:\n  binary: echo\n  argv: ["{{ args.n }}"]\ntimeout: 20s',
    },
  ]);
  const numbers = Array.from({ length: 200 }, (_, at) => at);
  const results = await Promise.all(numbers.map((n) => bench.run('n', { n })));
  expect(results.map(({ stdout }) => stdout)).toEqual(numbers.map((n) => `${n}\n`));
  const written = events(bench.journalFile);
  expect(written).toHaveLength(400);
  let running = 0;
  let most = 0;
  for (const { event_type } of written) {
    running += event_type === 'execution_started' ? 1 : -1;
    most = Math.max(most, running);
  }
  expect([running, most]).toEqual([0, 8]);
}, 60_000);

describe('a runner over other parts', () => {
  const waits = {
    name: 'wait',
    args: '- name: pipe\n  type: string\n  required: true',
    execution: `command:\n  binary: sh\n  argv: ["-c", 'read line < "$0"; echo old', "{{ args.pipe }}"]\ntimeout: 20s`,
  };

  test('shares the slots, and leaves alone what was begun before it', async () => {
    const bench = testBench([waits], {}, ONE_AT_A_TIME);
    const pipe = join(bench.directory, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const first = bench.run('wait', { pipe });
    await expect.poll(() => bench.runner.load).toEqual({ running: 1, waiting: 0 });
    const later = bench.runner.reloaded({ ...bench.parts, packs: loadedPacks([]) });
    const waiting = bench.run('wait', { pipe: '/dev/null' });
    await expect.poll(() => later.load).toEqual({ running: 1, waiting: 1 });
    expect(await later.run({ actionId: 't.wait', argumentsJson: '{}', reason: 'test' })).toMatchObject({
      status: 'unknown_action',
    });
    writeFileSync(pipe, '\n');
    expect(await Promise.all([first, waiting])).toMatchObject([{ stdout: 'old\n' }, { stdout: 'old\n' }]);
  });
});

test('of every run it is told how it ended, and of which risk it was', async () => {
  const ends: unknown[] = [];
  const bench = testBench(
    [shell('low', ':'), shell('high', ':', { risk: 'high' })],
    {},
    {
      onEnd: ({ risk, packId, result: { status } }) => ends.push([packId, risk, status]),
    },
  );
  await bench.run('low');
  await bench.run('high');
  await bench.run('gone');
  expect(ends).toEqual([
    ['t', 'low', 'success'],
    ['t', 'high', 'denied'],
    [null, null, 'unknown_action'],
  ]);
});

test('a client with one run is not kept behind the many of another', async () => {
  const order: string[] = [];
  const bench = testBench([shell('low', ':')], {}, ONE_AT_A_TIME);
  const run = (client: string) => bench.run('low', {}, { client }).then(() => order.push(client));
  await Promise.all([run('a'), run('a'), run('a'), run('b')]);
  expect(order.indexOf('b')).toBeLessThan(2);
});
