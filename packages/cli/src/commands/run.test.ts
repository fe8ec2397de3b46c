import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runBin } from '../fixtures/run-bin.ts';
import { trustIn } from '../fixtures/trusted.ts';

const manifest = `schema_version: 1
id: demo
name: Demo
version: 1.0.0
description: Demo.
actions: [actions/say.yaml, actions/wipe.yaml, actions/wait.yaml]
`;

const action = (name: string, risk: string, argv: string, args: string): string => `schema_version: 1
id: demo.${name}
title: ${name}
kind: exec
risk: ${risk}
description: Does it.
side_effects: [none]
${args}execution:
  command:
    binary: sh
    argv: ${argv}
  timeout: 60s
  cancel_grace: 1s
output:
  max_stdout_bytes: 65536
  max_stderr_bytes: 65536
`;

const sayArgs = `args:
  - { name: text, type: string, required: true }
  - { name: count, type: integer, default: 1 }
  - { name: ratio, type: number, default: 1 }
  - { name: more, type: string_array }
`;

function host() {
  const folder = folderWith({
    'pack/pack.yaml': manifest,
    'pack/actions/say.yaml': action(
      'say',
      'low',
      '["-c", "printf \\"%s,\\" \\"$@\\"", "sh", "{{ args.text }}", "{{ args.count }}", "{{ args.ratio }}", "{{ args.more? }}"]',
      sayArgs,
    ),
    'pack/actions/wipe.yaml': action('wipe', 'high', '["-c", "echo wiped"]', ''),
    'pack/actions/wait.yaml': action('wait', 'low', '["-c", "echo $$; sleep 40 & wait"]', ''),
    'state/keep': '',
  });
  trustIn(join(folder, 'state'), join(folder, 'pack'));
  const run = (...args: string[]) =>
    runBin(['run', ...args, '--pack', 'pack', '--state', 'state'], { cwd: folder });
  return { folder, run };
}

describe('packwright run', () => {
  test('reads arguments as the action declares them and shows what the program wrote', () => {
    const given = ['text=007', 'count=007', 'ratio=1.250', 'more=a', 'more=b=c'].flatMap((word) => [
      '--arg',
      word,
    ]);
    const { code, stdout, stderr } = host().run('demo.say', ...given, '--reason', 'test');
    expect([code, stdout]).toEqual([0, '007,7,1.250,a,b=c,']);
    expect(stderr).toMatch(/^✓ demo\.say {2}success: took [0-9]+ ms\n$/);
  });

  test('prints the result as JSON', () => {
    const { stdout } = host().run('demo.say', '--arg', 'text=<b>', '--reason', 'test', '--json');
    expect(stdout).toContain('"stdout": "\\u003cb\\u003e,1,1,"');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'success', action_id: 'demo.say' });
  });

  test('prints the plan as JSON, and why there is none', () => {
    const { run } = host();
    const { code, stdout } = run('demo.say', '--arg', 'text=x', '--plan', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        action_id: 'demo.say',
        status: 'planned',
        pack: { id: 'demo', version: '1.0.0', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
        risk: 'low',
        policy: { decision: 'allow', rule: { tier: 'low' } },
        executed_command: `sh -c 'printf "%s," "$@"' sh x 1 1`,
        args_redacted: { text: 'x', count: 1, ratio: 1 },
        cwd: '/',
        user: null,
        env_keys: [],
        files: [],
        timeout: '1m0s',
        max_stdout_bytes: 65536,
        max_stderr_bytes: 65536,
      },
    ]);
    const refused = run('demo.say', '--plan', '--json');
    expect([refused.code, JSON.parse(refused.stdout)]).toEqual([
      3,
      { action_id: 'demo.say', status: 'validation_failed', reason: '"text" is required' },
    ]);
  });

  test('of a word that is no action it says where actions are', () => {
    const { folder, run } = host();
    expect(run('demo', '--reason', 'test').stderr).toBe(
      'packwright run: no pack here has the action "demo"\n  "demo" is a pack; name one of its actions, such as "demo.say"\n',
    );
    expect(run('cache.flush', '--reason', 'test').stderr).toBe(
      'packwright run: no pack here has the action "cache.flush"\n  `packwright list` names the packs, `packwright info NAME` their actions\n',
    );
    const nowhere = ['--dest', 'nowhere', '--state', 'state'];
    expect(runBin(['run', 'demo.say', '--reason', 'test', ...nowhere], { cwd: folder }).stderr).toBe(
      'packwright run: no pack here has the action "demo.say"\n  no pack is here: `packwright install` installs one, --dest or --pack say where they are\n',
    );
  });

  test('takes all arguments from a file', () => {
    const { folder, run } = host();
    writeFileSync(join(folder, 'args.json'), '{"text": "x", "count": 2}');
    expect(run('demo.say', '--args-json', 'args.json', '--reason', 'test').stdout).toBe('x,2,1,');
  });

  test('runs what is installed when no pack is named, and says what was left out', () => {
    const { folder } = host();
    cpSync(join(folder, 'pack'), join(folder, 'packs/demo'), { recursive: true });
    mkdirSync(join(folder, 'packs/bad'));
    writeFileSync(join(folder, 'packs/bad/pack.yaml'), 'id: [\n');
    writeFileSync(join(folder, 'packwright.yaml'), 'packs_dir: packs\nstate_dir: state\n');
    const run = (action: string) =>
      runBin(['run', action, '--arg', 'text=x', '--reason', 'test'], { cwd: folder });
    expect(run('demo.say').stdout).toBe('x,1,1,');
    expect(run('other.thing').stderr).toMatch(
      /no pack here has the action "other\.thing"\n.*bad is left out: /,
    );
  });

  test('refuses arguments that do not fit, and starts nothing', () => {
    const { code, stderr } = host().run(
      'demo.say',
      '--arg',
      'text=x',
      '--arg',
      'count=many',
      '--reason',
      'test',
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/^✗ demo\.say {2}validation_failed: "count" /);
  });

  test('lets nothing of high risk run unless someone approves it', () => {
    const { run } = host();
    expect(run('demo.wipe', '--reason', 'test')).toEqual({
      code: 3,
      stdout: '',
      stderr: '✗ demo.wipe  denied: nobody approved it: there is no terminal to ask at; --yes approves\n',
    });
    expect(run('demo.wipe', '--reason', 'test', '--yes').stdout).toBe('wiped\n');
  });

  test('does what the policy of the settings says', () => {
    const { folder, run } = host();
    writeFileSync(
      join(folder, 'packwright.yaml'),
      'policy:\n  defaults: { low: ask, medium: ask }\nadmission:\n  deny: [demo.wi*]\n',
    );
    expect(run('demo.say', '--arg', 'text=x', '--reason', 'test').stderr).toContain(
      'denied: nobody approved it',
    );
    expect(run('demo.wipe', '--reason', 'test', '--yes').stderr).toContain('blocked_by_admission');
  });

  test('refuses a pack that has changed since it was trusted', () => {
    const { folder, run } = host();
    const file = join(folder, 'pack/actions/wipe.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('echo wiped', 'echo evil'));
    const { code, stderr } = run('demo.wipe', '--reason', 'test', '--yes');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^✗ demo\.wipe {2}pack_untrusted: demo 1\.0\.0 is not what was trusted: /);
  });

  test('shows what would run and why it may, and starts and journals nothing', () => {
    const { folder, run } = host();
    const planned = run('demo.wipe', '--plan');
    expect(planned.code).toBe(0);
    expect(run('demo.wipe', '--plan', '--reason', 'test')).toEqual(planned);
    expect(planned.stdout.replace(/sha256:[0-9a-f]{64}/, 'sha256:…')).toBe(`\
action      demo.wipe: wipe
pack        demo 1.0.0, trusted as sha256:…
risk        high
policy      ask, by risk "high"
command     sh -c 'echo wiped'
arguments   {}
directory   /
user        who runs this
variables   none of its own
timeout     1m0s
kept        65536 bytes of output, 65536 of errors
`);
    expect(existsSync(join(folder, 'state/journal.jsonl'))).toBe(false);
  });

  test.each([
    [['demo.sya', '--reason', 'x'], 'no pack here has the action "demo.sya"\n  did you mean "demo.say"?'],
    [['demo.say', '--arg', 'text', '--reason', 'x'], '"text" is no argument\n  write --arg name=value'],
    [['demo.say', '--arg', 'text=x'], '"--reason" is missing\n  say why; the journal keeps it'],
    [
      ['demo.say', '--args-json', 'gone.json', '--reason', 'x'],
      '"gone.json" does not exist\n  name a file with one JSON object, or - for standard input',
    ],
    [['demo.say', '--reason', 'x', '--timeout', '5'], '"5" has no unit\n  write a time such as 90s or 5m'],
  ])('says what is wrong with %j', (args, message) => {
    const { code, stderr } = host().run(...args);
    expect([code, stderr]).toEqual([2, `packwright run: ${message}\n`]);
  });

  test('cancels the run when it is interrupted, with everything the run had started', async () => {
    const { child, groupOf } = started(host().folder);
    const group = await groupOf();
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(await membersOf(group)).toEqual([]);
  });

  test('killed, it leaves no process behind, and the next run says that the outcome is unknown', async () => {
    const { folder, run } = host();
    const { child, groupOf } = started(folder);
    const group = await groupOf();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await membersOf(group)).toEqual([]);
    const { code, stderr } = run('demo.say', '--arg', 'text=x', '--reason', 'test');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^nobody knows how demo\.wait, started at \S+Z, ended; it is not repeated\n✓/);
    expect(run('demo.say', '--arg', 'text=x', '--reason', 'test').stderr).toMatch(/^✓/);
  });
});

describe('packwright run on damaged files', () => {
  const put = 'put back a copy, or move it away and trust each pack again';
  test.each([
    ['trust.json', '{\n"schema": 1,,\n}', '2: the trust file is damaged', put],
    [
      'journal.jsonl',
      '{"event_id":"evt_1"}\nnothing\n',
      '2: the journal is damaged, this line is no event',
      'find out who wrote to it, and put it aside with `mv FILE FILE.damaged`: the next run begins a new one',
    ],
  ])('names %s, the line and what to do, and starts nothing', (name, text, message, hint) => {
    const { folder, run } = host();
    const file = join(folder, 'state', name);
    writeFileSync(file, text);
    const { code, stderr } = run('demo.say', '--arg', 'text=x', '--reason', 'test');
    expect(code).toBe(3);
    expect(stderr).toContain(`${file}:${message}`);
    expect(stderr).toContain(`\n  ${hint.replaceAll('FILE', file)}\n`);
    expect(stderr).not.toContain('fault of packwright');
  });
});

describe('packwright audit', () => {
  test('of a journal that is not there it says when one begins', () => {
    const { folder } = host();
    expect(runBin(['audit', 'verify', '--state', 'fresh'], { cwd: folder })).toEqual({
      code: 2,
      stdout: '',
      stderr: `packwright audit: there is no journal "${join(folder, 'fresh/journal.jsonl')}"
  it begins with the first run; --state or the name of its file say where another one is
`,
    });
  });

  test('verifies the journal of the runs, and finds the line that was changed', () => {
    const { folder, run } = host();
    for (const text of ['a', 'b']) run('demo.say', '--arg', `text=${text}`, '--reason', 'test');
    const audit = (...args: string[]) => runBin(['audit', ...args, '--state', 'state'], { cwd: folder });
    expect(audit('verify')).toEqual({ code: 0, stdout: '4 lines hold\n', stderr: '' });
    expect(JSON.parse(audit('tail', '--lines', '1').stdout)).toMatchObject({
      event_type: 'execution_completed',
    });
    const file = join(folder, 'state/journal.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"reason":"test"', '"reason":"best"'));
    const { code, stderr } = audit('verify');
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${file}:2: the line does not carry the hash of the line before it\n  find out who wrote to it, and put it aside with \`mv ${file} ${file}.damaged\`: the next run begins a new one\n`,
    );
  });

  test('has nothing to verify where no journal is', () => {
    expect(runBin(['audit', 'verify', '/nowhere']).code).toBe(2);
  });
});

function started(cwd: string) {
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'packwright.js');
  const args = ['run', 'demo.wait', '--stream', '--reason', 'test', '--pack', 'pack', '--state', 'state'];
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const groupOf = async () => Number(String((await once(child.stdout, 'data'))[0]).trim());
  return { child, groupOf };
}

/** The living members of a process group once they had a moment to end; zombies are dead. */
async function membersOf(group: number): Promise<readonly string[]> {
  let members: readonly string[] = [];
  for (let attempt = 0; attempt < 40; attempt++) {
    const { readdirSync } = await import('node:fs');
    members = readdirSync('/proc').filter((pid) => /^[0-9]+$/.test(pid) && isMember(pid, group));
    if (members.length === 0) break;
    await wait(50);
  }
  return members;
}

function isMember(pid: string, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , pgid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(pgid) === group && state !== 'Z';
  } catch {
    return false;
  }
}
