import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { packBench } from '../fixtures/test-runner.ts';
import type { PolicyPort } from '../ports/policy-port.ts';
import { realAction, writeAttunePack } from './fixtures/attune-pack.ts';

const policy: PolicyPort = { decide: () => ({ decision: 'allow', rule: { tier: 'low' }, channels: [] }) };
const bench = (files: Readonly<Record<string, string>>) =>
  packBench((directory) => writeAttunePack(directory, files), { policy });

describe('an action that says which versions of its runtime will do', () => {
  /** A PATH that begins with interpreters of these versions, which say who was started. */
  const pathWith = (versions: Readonly<Record<string, string>>): string => {
    const directory = mkdtempSync(join(tmpdir(), 'packwright-runtimes-'));
    for (const [name, says] of Object.entries(versions)) {
      const script = `#!/bin/sh\n[ "$1" = --version ] && echo '${says}' || echo 'ran ${name}'\n`;
      writeFileSync(join(directory, name), script, { mode: 0o755 });
    }
    return `${directory}:${process.env.PATH}`;
  };
  const runWith = (versions: Readonly<Record<string, string>>, lines: string) => {
    vi.stubEnv('PATH', pathWith(versions));
    const action = realAction('x', `entry_point: x.py\n${lines}`);
    return bench({ 'actions/x.py': '', ...action }).run('x');
  };
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['runner_type: python\nruntime_version: ">=3.7,<4"', 'ran python3.39\n'],
    ['runner_type: python\nruntime_version: "3.8"', 'ran python3\n'],
    ['runner_type: python\nruntime_version: ">=3.39"', 'ran python3.39\n'],
    ['runner_type: python\nruntime_version: "~3.39"', 'ran python3.39\n'],
    ['runner_type: python\nruntime_version: ""', 'ran python3\n'],
    ['runner_type: node\nruntime_version: "^20.1"', 'ran node\n'],
    ['runner_type: native\nruntime_version: ">=99"', ''],
  ])('%j is started with the highest that fits', async (lines, stdout) => {
    const versions = { python3: 'Python 3.8.1', 'python3.39': 'Python 3.39.0', node: 'v20.20.2' };
    const result = await runWith(versions, lines);
    expect(result.stdout ?? '').toBe(stdout);
  });

  test.each([
    [
      'runner_type: python\nruntime_version: "3.7"',
      '`runtime_version` asks for "3.7", and "python3" is 3.8.1',
      'put one that fits on the PATH of the runner',
    ],
    [
      'runner_type: nodejs\nruntime_version: ">=22"',
      '`runtime_version` asks for ">=22", and "node" is 20.20.2',
      'put one that fits on the PATH of the runner',
    ],
    [
      'runner_type: shell\nruntime_version: "<1"',
      expect.stringMatching(/^`runtime_version` asks for "<1", and "\/bin\/bash" is [0-9]+\.[0-9]+\.[0-9]+$/),
      'put one that fits on the PATH of the runner',
    ],
    [
      'runner_type: python\nruntime_version: ">=3.7 <4"',
      '`runtime_version` ">=3.7 <4" cannot be read',
      'write conditions such as ">=3.10,<4", with a comma between them',
    ],
  ])('%j is refused where none does', async (lines, error, hint) => {
    const result = await runWith({ python3: 'Python 3.8.1', node: 'v20.20.2' }, lines);
    expect(result).toMatchObject({ status: 'error', error, hint });
  });

  test('is started with `python3` where that is the highest', async () => {
    const versions = { python3: 'Python 3.40.2', 'python3.40': 'Python 3.40.2' };
    const result = await runWith(versions, 'runner_type: python\nruntime_version: ">=3.40"');
    expect(result.stdout).toBe('ran python3\n');
  });

  test('is refused where the interpreter tells nothing', async () => {
    const result = await runWith({ python3: 'a snake' }, 'runner_type: python\nruntime_version: "2.7"');
    expect(result.error).toBe(
      '`runtime_version` asks for "2.7", and "python3" is something that does not tell its version',
    );
  });

  test('asks an interpreter with the variables that actions inherit', async () => {
    vi.stubEnv('PATH', pathWith({}));
    vi.stubEnv('PYTHON_ROOT', 'new');
    const [directory = ''] = process.env.PATH?.split(':') ?? [];
    const shim =
      '#!/bin/sh\n[ "$1" = --version ] || exit 0\necho Python 3.$([ "$PYTHON_ROOT" ] && echo 39 || echo 8).0\n';
    writeFileSync(join(directory, 'python3'), shim, { mode: 0o755 });
    const action = realAction('x', 'entry_point: x.py\nrunner_type: python\nruntime_version: "3.39"');
    const { run } = packBench((at) => writeAttunePack(at, { 'actions/x.py': '', ...action }), {
      policy,
      inheritEnv: ['PYTHON_ROOT'],
    });
    expect((await run('x')).status).toBe('success');
  });

  test('is refused where the interpreter does not answer, and asks it again the next time', async () => {
    vi.stubEnv('PATH', pathWith({ python3: 'Python 3.39.0' }));
    const [directory = ''] = process.env.PATH?.split(':') ?? [];
    const mark = join(directory, 'answers');
    const slow = `#!/bin/sh\n[ "$1" = --version ] || exit 0\n[ -e ${mark} ] && echo Python 3.39.0 || { sleep 30 & }\n`;
    writeFileSync(join(directory, 'python3'), slow, { mode: 0o755 });
    const action = realAction('x', 'entry_point: x.py\nrunner_type: python\nruntime_version: "3.39"');
    const { run } = bench({ 'actions/x.py': '', ...action });
    expect((await run('x')).error).toBe(
      '`runtime_version` asks for "3.39", and "python3" is something that does not tell its version',
    );
    writeFileSync(mark, '');
    expect((await run('x')).status).toBe('success');
  });

  test('asks an interpreter once, until its file is another', async () => {
    vi.stubEnv('PATH', pathWith({ python3: 'Python 3.8.1' }));
    const [directory = ''] = process.env.PATH?.split(':') ?? [];
    const action = realAction('x', 'entry_point: x.py\nrunner_type: python\nruntime_version: "3.8"');
    const { run } = bench({ 'actions/x.py': '', ...action });
    const interpreter = (version: string) =>
      `#!/bin/sh\n[ "$1" = --version ] && { echo asked >> ${directory}/asked; echo Python ${version}; }\n`;
    writeFileSync(join(directory, 'python3'), interpreter('3.8.22'));
    const twice = [await run('x'), await run('x')];
    expect(twice.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(readFileSync(join(directory, 'asked'), 'utf8')).toBe('asked\n');
    writeFileSync(join(directory, 'python3'), interpreter('3.9'));
    expect((await run('x')).error).toBe('`runtime_version` asks for "3.8", and "python3" is 3.9.0');
  });
});
