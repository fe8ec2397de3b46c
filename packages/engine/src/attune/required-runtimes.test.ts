import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { packBench } from '../fixtures/test-runner.ts';
import type { PolicyPort } from '../ports/policy-port.ts';
import { realAction, seedAction, writeAttunePack } from './fixtures/attune-pack.ts';

const policy: PolicyPort = { decide: () => ({ decision: 'allow', rule: { tier: 'low' }, channels: [] }) };

describe('an action that requires further runtimes', () => {
  /** A PATH of nothing but programs that say these things when they are asked rightly. */
  const pathWith = (programs: Readonly<Record<string, string>>): string => {
    const directory = mkdtempSync(join(tmpdir(), 'packwright-runtimes-'));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    for (const [name, says] of Object.entries(programs)) {
      const question = name === 'go' ? 'version' : '--version';
      const script = `#!/bin/sh\n[ "$1" = ${question} ] && echo '${says}'\n`;
      writeFileSync(join(directory, name), script, { mode: 0o755 });
    }
    return directory;
  };
  const runWith = (programs: Readonly<Record<string, string>>, required: string) => {
    vi.stubEnv('PATH', pathWith(programs));
    const lines = `runner_type: shell\nentry_point: x.sh\nrequired_worker_runtimes: ${required}`;
    const files = { 'actions/x.sh': 'echo ran\n', ...realAction('x', lines) };
    return packBench((directory) => writeAttunePack(directory, files), { policy }).run('x');
  };
  afterEach(() => vi.unstubAllEnvs());

  const programs = {
    node: 'v20.20.2',
    python3: 'Python 3.9.2',
    'python3.12': 'Python 3.12.1',
    perl: '\nThis is perl 5, version 36, subversion 0 (v5.36.0) built for x86_64-linux',
    go: 'go version go1.21.5 linux/amd64',
    java: 'openjdk 17.0.15 2025-04-15',
    ruby: 'a gem',
  };

  test.each([
    '{}',
    '~',
    '{node: ">=20"}',
    '{Node.js: "*", core.shell: ">=3"}',
    '{python: "3.9"}',
    '{python3: "~3.12"}',
    '{perl: ">=5.30", golang: "1.21", jdk: ">=17,<18", ruby: " * "}',
    '{native: ">=2"}',
  ])('runs where the machine has %s', async (required) => {
    expect(await runWith(programs, required)).toMatchObject({ status: 'success', stdout: 'ran\n' });
  });

  test.each([
    [
      '{node: ">=22"}',
      'asks for "node" ">=22", and "node" is 20.20.2',
      'put one that fits on the PATH of the runner',
    ],
    [
      '{node: "*", python: ">=3.13"}',
      'asks for "python" ">=3.13", and "python3" is 3.9.2',
      'put one that fits on the PATH of the runner',
    ],
    [
      '{rscript: "*"}',
      'asks for "rscript" "*", and there is no "Rscript"',
      'install it, or put it on the PATH of the runner',
    ],
    [
      '{ruby: ">=3"}',
      'asks for "ruby" ">=3", and "ruby" is something that does not tell its version',
      'put one that fits on the PATH of the runner',
    ],
    ['{nod: "*"}', 'asks for "nod" "*", which is no runtime that is known here', 'did you mean "node"?'],
    [
      '{cobol: "*"}',
      'asks for "cobol" "*", which is no runtime that is known here',
      'write one of: shell, python, nodejs, native, go, java, perl, r, ruby',
    ],
    [
      '{node: 20}',
      'asks for "node" 20, which cannot be read',
      'write versions as text, such as ">=20" or ">=3.10,<4", or "*" for any',
    ],
    [
      '{node: ">=20 <22"}',
      'asks for "node" ">=20 <22", which cannot be read',
      'write versions as text, such as ">=20" or ">=3.10,<4", or "*" for any',
    ],
  ])('is refused for %s', async (required, error, hint) => {
    const result = await runWith(programs, required);
    expect(result).toMatchObject({ status: 'error', error: `\`required_worker_runtimes\` ${error}`, hint });
  });

  test('of the document of 2024, which does not know the key, runs', async () => {
    const lines = 'runner_type: shell\nentry_point: x.sh\nrequired_worker_runtimes: {node: ">=99"}';
    const files = { 'actions/x.sh': 'echo ran\n', ...seedAction('x', lines) };
    const { run } = packBench((directory) => writeAttunePack(directory, files), { policy });
    expect((await run('x')).status).toBe('success');
  });
});
