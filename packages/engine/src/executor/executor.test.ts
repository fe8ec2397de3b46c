import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { needsProgram } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';
import type { ActionText } from '../fixtures/emisar-pack.ts';
import { shell } from '../fixtures/emisar-pack.ts';
import { testBench } from '../fixtures/test-runner.ts';

const limited = (
  name: string,
  program: string,
  limits: string,
  more: Partial<ActionText> = {},
): ActionText => {
  const action = shell(name, program, more);
  return { ...action, execution: action.execution.replace('timeout: 20s', limits) };
};

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a process that does not end by itself', () => {
  test('is asked to at its deadline, and ends', async () => {
    const bench = testBench([
      limited('slow', 'trap "echo bye; exit 0" TERM; sleep 30 & wait', 'timeout: 200ms'),
    ]);
    expect(await bench.run('slow')).toMatchObject({
      status: 'timed_out',
      exit_code: -1,
      timed_out: true,
      stdout: 'bye\n',
      reason: 'execution timed out',
    });
  });

  test('is killed with its group after the grace when it ignores the question', async () => {
    const program = 'trap "" TERM; sleep 30 & echo $!; sleep 30';
    const bench = testBench([limited('deaf', program, 'timeout: 200ms\ncancel_grace: 300ms')]);
    const result = await bench.run('deaf');
    expect(result).toMatchObject({ status: 'timed_out', exit_code: -1 });
    expect(result.duration_ms).toBeGreaterThanOrEqual(450);
    expect(isAlive(Number(result.stdout))).toBe(false);
  });

  test('is cancelled by its caller, with what it has forked', async () => {
    const controller = new AbortController();
    const bench = testBench([limited('fork', '(sleep 30 & echo $!; sleep 30) & wait', 'timeout: 20s')]);
    const result = await bench.run(
      'fork',
      {},
      {
        signal: controller.signal,
        onEvent: (event) => event.kind === 'output' && controller.abort(),
      },
    );
    expect(result).toMatchObject({ status: 'cancelled', reason: 'execution cancelled' });
    expect(isAlive(Number(result.stdout))).toBe(false);
  });

  test('does not start when its caller has given up before', async () => {
    const bench = testBench([shell('never', 'echo ran')]);
    const result = await bench.run('never', {}, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ status: 'cancelled', exit_code: -1 });
    expect(result.stdout).toBeUndefined();
  });
});

describe('a process whose descendants keep its output open', () => {
  test('is an error after the grace, although it ended well', async () => {
    const bench = testBench([limited('daemon', 'sleep 30 & echo $!', 'timeout: 20s\ncancel_grace: 200ms')]);
    const result = await bench.run('daemon');
    expect(result).toMatchObject({ status: 'error', exit_code: -1 });
    expect(result.error).toBe(
      'a process that it started kept its output open, and was killed with its group',
    );
    expect(isAlive(Number(result.stdout))).toBe(false);
  });

  test('does not hold up the runner even where they have left the group', async () => {
    const program = 'setsid sleep 4 & exit 5';
    const bench = testBench([limited('away', program, 'timeout: 20s\ncancel_grace: 100ms')]);
    const result = await bench.run('away');
    expect(result).toMatchObject({ status: 'failed', exit_code: 5 });
    expect(result.duration_ms).toBeLessThan(3_000);
  });
});

describe('output', () => {
  test('beyond the limit is counted and dropped, and the process is not killed', async () => {
    const megabytes = process.env.PACKWRIGHT_LONG ? 1_024 : 64;
    const program = `head -c ${megabytes}M /dev/zero | tr '\\0' x; echo done >&2`;
    const bench = testBench([limited('flood', program, 'timeout: 5m', { maxStdout: 1_000 })]);
    const before = process.memoryUsage().rss;
    const result = await bench.run('flood');
    expect(result).toMatchObject({
      status: 'success',
      stdout: 'x'.repeat(1_000),
      stdout_bytes: 1_000,
      truncated_stdout: true,
      total_stdout_bytes: megabytes * 1024 * 1024,
      stderr: 'done\n',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  }, 120_000);

  test('that is no UTF-8 becomes U+FFFD, a character in two pieces stays one', async () => {
    const program = "printf 'a\\377b\\303'; sleep 0.1; printf '\\251'";
    const bench = testBench([shell('bytes', program)]);
    const seen: string[] = [];
    const onEvent = (event: { kind: string; text?: string }) =>
      event.kind === 'output' && seen.push(event.text ?? '');
    expect(await bench.run('bytes', {}, { onEvent })).toMatchObject({ stdout: 'a\uFFFDbé', stdout_bytes: 7 });
    expect(seen.join('')).toBe('a\uFFFDbé');
  });

  test('holds no sensitive argument, however it is split, on its way or at its end', async () => {
    const bench = testBench([
      {
        name: 'leak',
        args: '- name: word\n  type: string\n  required: true\n  sensitive: true',
        execution:
          'command:\n  binary: sh\n  argv: ["-c", "printf \'is hun\'; sleep 0.1; printf \'ter2 \'; sleep 0.1; echo $1; echo $1 >&2", "sh", "{{ args.word }}"]\ntimeout: 5s',
      },
    ]);
    const seen: unknown[] = [];
    const result = await bench.run('leak', { word: 'hunter2' }, { onEvent: (event) => seen.push(event) });
    expect(result).toMatchObject({ stdout: 'is [REDACTED] [REDACTED]\n', stderr: '[REDACTED]\n' });
    const everything = JSON.stringify([result, seen]) + readFileSync(bench.journalFile, 'utf8');
    expect(everything).not.toContain('hunter2');
  });

  test('that the limit has cut within a secret shows no part of it', async () => {
    const bench = testBench([
      {
        name: 'cut',
        args: '- name: word\n  type: string\n  required: true\n  sensitive: true',
        execution: 'command:\n  binary: echo\n  argv: ["it is", "{{ args.word }}"]\ntimeout: 5s',
        maxStdout: 10,
      },
    ]);
    expect(await bench.run('cut', { word: 'hunter2' })).toMatchObject({ stdout: 'it is [REDACTED]' });
  });
});

describe('output that an action promises to be JSON', () => {
  const json = (program: string, output: string) =>
    testBench([shell('json', program, { output })]).run('json');
  const schema =
    'parser: json\nparser_required: true\nschema:\n  type: object\n  required: [n]\n  properties:\n    n: {type: integer, maximum: 9}\n    when: {type: string, format: date}';

  test('is read where it is JSON, and told about where it is not', async () => {
    expect(await json('echo {\\"a\\":1}', 'parser: json')).toMatchObject({ output: { a: 1 } });
    const broken = await json('echo nope', 'parser: json');
    expect(broken.status).toBe('success');
    expect(broken.parser_error).toBeTruthy();
    expect(await json('echo nope', 'parser: json\nparser_required: true')).toMatchObject({
      status: 'validation_failed',
      reason: 'output_invalid_json',
    });
  });

  test.each([
    ['{"n":1}', { status: 'success', structured_output: '{"n":1}' }],
    [
      '{"when":"2026-01-01", "n": 1.0}',
      { status: 'success', structured_output: '{"n":1.0,"when":"2026-01-01"}' },
    ],
    ['{"n":10}', { status: 'validation_failed', reason: 'output_schema_mismatch' }],
    ['{"n":1,"when":"soon"}', { status: 'validation_failed', reason: 'output_schema_mismatch' }],
    ['{"n":1,"n":2}', { status: 'validation_failed', reason: 'output_invalid_json' }],
    ['[1]', { status: 'validation_failed', reason: 'output_invalid_json' }],
    ['{"n":1,"x":9007199254740993}', { status: 'validation_failed', reason: 'output_invalid_json' }],
    [
      `{"n":1,"x":${'['.repeat(20)}${']'.repeat(20)}}`,
      { status: 'validation_failed', reason: 'output_too_complex' },
    ],
    [`{"n":1,"x":"${'x'.repeat(8_200)}"}`, { status: 'validation_failed', reason: 'output_too_large' }],
  ])('is held against the schema: %.40s', async (text, expected) => {
    const file = join(mkdtempSync(join(tmpdir(), 'packwright-')), 'out.json');
    writeFileSync(file, text);
    const bench = testBench([shell('json', `cat ${file}`, { output: schema })]);
    expect(await bench.run('json')).toMatchObject(expected);
  });

  test('fails as truncated before anything else', async () => {
    const bench = testBench([shell('json', 'echo {\\"n\\":1}', { output: schema, maxStdout: 3 })]);
    expect(await bench.run('json')).toMatchObject({
      status: 'validation_failed',
      reason: 'output_truncated',
    });
  });
});

describe('what cannot be started', () => {
  test.each([
    [
      'command:\n  binary: no-such-program\ntimeout: 5s',
      '"no-such-program" is not on the PATH of the runner',
    ],
    [
      'command:\n  binary: echo\ntimeout: 5s\ncwd: /no/such/place',
      '"/no/such/place" is no directory to start in',
    ],
    ['command:\n  binary: echo\ntimeout: 5s\nuser: nobody-such', 'there is no user "nobody-such"'],
  ])('is an error that says why: %j', async (execution, error) => {
    expect(await testBench([{ name: 'x', execution }]).run('x')).toMatchObject({
      status: 'error',
      exit_code: -1,
      error,
    });
  });
});

test('files left by a runner that was killed are removed at the next start, those of a living one are not', () => {
  const scratch = join(mkdtempSync(join(tmpdir(), 'packwright-')), 'scratch');
  for (const name of ['run-999999999-1-aa', `run-${process.pid}-1-bb`, 'other']) {
    mkdirSync(join(scratch, name), { recursive: true });
  }
  const fields = readFileSync(`/proc/${process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  mkdirSync(join(scratch, `run-${process.pid}-${fields[19]}-cc`));
  testBench([shell('x', ':')], {}, { scratchDirectory: scratch });
  expect(readdirSync(scratch).toSorted()).toEqual(['other', `run-${process.pid}-${fields[19]}-cc`]);
});

needsProgram('setpriv', 'util-linux', () => {
  test('a process can gain no privileges and dies with the runner', async () => {
    const { stdout } = await testBench([shell('status', 'grep NoNewPrivs /proc/self/status')]).run('status');
    expect(stdout).toBe('NoNewPrivs:\t1\n');
  });

  test.runIf(process.getuid?.() === 0)(
    'a process runs as the user that its action names, in no other group',
    async () => {
      const action = { name: 'id', execution: 'command:\n  binary: id\ntimeout: 5s\nuser: nobody' };
      const { stdout = '' } = await testBench([action]).run('id');
      expect(stdout).toMatch(/^uid=65534\(nobody\) gid=65534\(nogroup\) groups=65534\(nogroup\)\n$/);
    },
  );
});

test('the working directory of a script is its own, and its private copy is gone afterwards', async () => {
  const action = { name: 's', execution: 'script:\n  path: s.sh\ntimeout: 5s\ncwd: /tmp' };
  const { stdout = '' } = await testBench([action], { 's.sh': 'pwd; echo "$0"' }).run('s');
  const [cwd, script = ''] = stdout.split('\n');
  expect(cwd).toBe('/tmp');
  expect(script).toMatch(/\/s\.sh$/);
  await wait(0);
  expect(existsSync(script)).toBe(false);
});
