import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack, misspelledPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

const SETTINGS = 'packs_dir: host/packs\nstate_dir: host/state\n';
const host = (files: Readonly<Record<string, string>> = {}) =>
  folderWith({ 'packwright.yaml': SETTINGS, ...goodPack('demo'), ...files });
const run = (cwd: string, ...args: readonly string[]) => runBin(args, { cwd, env: { HOME: cwd } });
const stateOf = (cwd: string) => run(cwd, 'list').stdout.split(/\s+/)[2];

test('what is installed waits until its hash is trusted', () => {
  const cwd = host();
  expect(run(cwd, 'list')).toEqual({
    code: 0,
    stdout: '',
    stderr: `no pack is installed in "${join(cwd, 'host/packs')}"\n`,
  });
  expect(run(cwd, 'install', './demo').stdout).toBe(`\
installed demo 0.1.0, pending
  ${GOOD_DIGEST}
  nothing of it runs yet: \`packwright trust demo ${GOOD_DIGEST}\`
`);
  expect(run(cwd, 'list').stdout).toBe('demo  0.1.0  pending  sha256:8bb43928f7a2\n');
  expect(run(cwd, 'trust', 'demo', GOOD_DIGEST)).toEqual({
    code: 0,
    stdout: `demo 0.1.0 is trusted\n  ${GOOD_DIGEST}\n`,
    stderr: '',
  });
  expect(stateOf(cwd)).toBe('trusted');
});

/** Whether a small file system could be mounted there. */
function isSmallDisk(place: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

test('with a state disk that is full, what is put in its place waits', ({ skip }) => {
  const cwd = host({ 'host/state/.keep': '' });
  const state = join(cwd, 'host/state');
  if (!isSmallDisk(state)) skip('run the tests as root, where tmpfs can be mounted');
  try {
    run(cwd, 'install', './demo', '--hash', GOOD_DIGEST);
    appendFileSync(join(cwd, 'demo/pack.yaml'), '\n');
    expect(() => writeFileSync(join(state, 'fill'), 'x'.repeat(100_000))).toThrow('ENOSPC');
    const { code, stdout } = run(cwd, 'install', './demo', '--force');
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'installed demo 0.1.0, pending']);
  } finally {
    execFileSync('umount', [state]);
  }
});

test('with its hash a pack is trusted at once, and other bytes are refused', () => {
  const cwd = host();
  expect(run(cwd, 'install', './demo', '--hash', '0'.repeat(64))).toEqual({
    code: 1,
    stdout: '',
    stderr: `\
packwright install: demo 0.1.0 has the hash ${GOOD_DIGEST}, not sha256:${'0'.repeat(64)} as --hash demands
  do not use these bytes before you know why they differ
`,
  });
  expect(existsSync(join(cwd, 'host'))).toBe(false);
  expect(run(cwd, 'install', './demo', '--hash', GOOD_DIGEST).code).toBe(0);
  expect(stateOf(cwd)).toBe('trusted');
});

test('one byte that changes takes trust away, the file is named, and trusting anew gives it back', () => {
  const cwd = host();
  run(cwd, 'install', './demo', '--hash', GOOD_DIGEST);
  appendFileSync(join(cwd, 'host/packs/demo/pack.yaml'), '\n');
  expect(stateOf(cwd)).toBe('drifted');
  const verified = run(cwd, 'verify');
  expect(verified.code).toBe(1);
  expect(verified.stdout).toBe(
    `demo: drifted, pending\n  ${GOOD_DIGEST} was installed\n  changed pack.yaml\n`,
  );
  expect(run(cwd, 'trust', 'demo', GOOD_DIGEST).code).toBe(1);
  const { packs } = JSON.parse(run(cwd, 'list', '--json').stdout);
  expect(run(cwd, 'trust', 'demo', packs[0].digest).code).toBe(0);
  expect(stateOf(cwd)).toBe('trusted');
});

test('revoked bytes cannot be trusted again, not even after they were installed anew', () => {
  const cwd = host();
  run(cwd, 'install', './demo', '--hash', GOOD_DIGEST);
  expect(run(cwd, 'trust', 'demo', '--revoke')).toEqual({
    code: 1,
    stdout: '',
    stderr: `\
packwright trust: revoking demo 0.1.0 is final
  say with \`--reason\` why it may never run again; the history keeps it
`,
  });
  expect(run(cwd, 'trust', 'demo', '--revoke', '--reason', 'key stolen').code).toBe(0);
  run(cwd, 'uninstall', 'demo');
  expect(run(cwd, 'install', './demo').stdout).toBe(
    `installed demo 0.1.0, revoked\n  ${GOOD_DIGEST}\n  nothing of it runs: these bytes were revoked for good\n`,
  );
  expect(run(cwd, 'trust', 'demo', GOOD_DIGEST).stderr).toBe(`\
packwright trust: ${GOOD_DIGEST} of demo 0.1.0 was revoked: key stolen
  revocation is final for these bytes; install another version
`);
});

test('of the packs that stand there, an installation asks nothing', () => {
  const cwd = host(goodPack('other', 'other'));
  const stepsOf = (name: string) => {
    const { packs } = JSON.parse(readFileSync(join(cwd, 'host/state/trust.json'), 'utf8'));
    const entry = packs.find(({ pack }: { pack: { id: string } }) => pack.id === name);
    return entry.history.map(({ event }: { event: string }) => event);
  };
  run(cwd, 'install', './demo', '--hash', GOOD_DIGEST);
  appendFileSync(join(cwd, 'host/packs/demo/pack.yaml'), '\n');
  expect(run(cwd, 'install', './other').stdout).toMatch(/^installed other 0\.1\.0, pending\n/);
  expect([stepsOf('demo'), stepsOf('other')]).toEqual([['trusted'], ['seen']]);
  run(cwd, 'list');
  expect(stepsOf('demo')).toEqual(['trusted', 'drifted']);
});

test('update takes what the source has now, and rollback puts the old pack back, trusted as it was', () => {
  const cwd = host();
  run(cwd, 'install', './demo', '--hash', GOOD_DIGEST);
  const manifest = join(cwd, 'demo/pack.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('0.1.0', '0.2.0'));
  expect(run(cwd, 'update', '--dry-run').stdout).toMatch(/^demo: update available\n/);
  expect(stateOf(cwd)).toBe('trusted');
  expect(run(cwd, 'update').stdout).toMatch(
    /^demo: updated, pending\n {2}(sha256:\S+)\n {2}nothing of it runs yet: `packwright trust demo \1`\n$/,
  );
  expect(stateOf(cwd)).toBe('pending');
  expect(run(cwd, 'update').stdout).toBe('demo: up to date\n');
  expect(run(cwd, 'rollback', 'demo').stdout).toBe(`rolled back to demo 0.1.0, trusted\n  ${GOOD_DIGEST}\n`);
  expect(stateOf(cwd)).toBe('trusted');
});

test('with --frozen nothing is installed but what the lock has', () => {
  const cwd = host(goodPack('other', 'other'));
  run(cwd, 'install', './demo');
  expect(run(cwd, 'install', '--frozen').code).toBe(0);
  expect(run(cwd, 'install', '--frozen', './other').stderr).toBe(`\
packwright install: packwright.lock does not know "./other"
  install it once without --frozen, and commit packwright.lock
`);
  appendFileSync(join(cwd, 'demo/pack.yaml'), '\n');
  const { code, stderr } = run(cwd, 'install', '--frozen');
  expect([code, stderr.includes('as packwright.lock has it')]).toEqual([1, true]);
});

test('the lock keeps what was asked for and what it came to', () => {
  const cwd = host();
  run(cwd, 'install', 'demo');
  expect(JSON.parse(readFileSync(join(cwd, 'host/packwright.lock'), 'utf8'))).toEqual({
    schema: 'packwright.lock/v1',
    packs: [
      {
        id: 'demo',
        format: 'emisar',
        requested: './demo',
        version: '0.1.0',
        digest: GOOD_DIGEST,
        source: join(cwd, 'demo'),
      },
    ],
  });
});

test('a broken pack is named, and keeps no other from being listed', () => {
  const cwd = host(misspelledPack('host/packs/bad', 'bad'));
  run(cwd, 'install', './demo');
  expect(run(cwd, 'list').stdout).toBe(`\
demo  0.1.0  pending  sha256:8bb43928f7a2
bad   -      broken   actions/show.yaml: PCK105 \`kind\` "exce" is not one of its values
`);
});

test('an installed pack is shown by its id', () => {
  const cwd = host();
  run(cwd, 'install', './demo', '--dest', 'elsewhere');
  expect(run(cwd, 'info', 'other').code).toBe(2);
  writeFileSync(join(cwd, 'packwright.yaml'), 'packs_dir: elsewhere\n');
  rmSync(join(cwd, 'demo'), { recursive: true });
  expect(run(cwd, 'info', 'demo').stdout.split('\n')[2]).toBe(GOOD_DIGEST);
});

test('a refused pack is shown with its diagnostics, and nothing of it stays', () => {
  const cwd = host(misspelledPack('bad', 'bad'));
  const { code, stderr } = run(cwd, 'install', './bad');
  expect(code).toBe(1);
  expect(stderr).toContain('actions/show.yaml:4:7 error PCK105');
  expect(existsSync(join(cwd, 'host'))).toBe(false);
});

describe('signatures', () => {
  const signed = () => {
    const cwd = host();
    const key = run(cwd, 'sign', '--new-key', 'pack.key').stdout.trim();
    expect(run(cwd, 'sign', './demo', '--key', 'pack.key').code).toBe(0);
    return { cwd, key };
  };
  const require = (cwd: string, key: string) =>
    writeFileSync(
      join(cwd, 'packwright.yaml'),
      `${SETTINGS}trust:\n  signatures:\n    required: true\n    keys: ["${key}"]\n`,
    );

  test('that hold let a pack in where one is required', () => {
    const { cwd, key } = signed();
    require(cwd, key);
    expect(run(cwd, 'install', './demo').code).toBe(0);
    expect(run(cwd, 'verify', './demo').stdout).toBe(`demo 0.1.0 is signed by ${key}\n  ${GOOD_DIGEST}\n`);
  });

  test('that are missing keep it out only where the settings require one', () => {
    const cwd = host();
    const { key } = signed();
    expect(run(cwd, 'install', './demo').code).toBe(0);
    require(cwd, key);
    expect(run(cwd, 'install', './demo', '--force').stderr.split('\n')[0]).toBe(
      'packwright install: demo 0.1.0 is not signed',
    );
  });

  test('for other bytes are a fault even where none is required', () => {
    const { cwd } = signed();
    appendFileSync(join(cwd, 'demo/pack.yaml'), '\n');
    expect(run(cwd, 'install', './demo').stderr).toContain('not for these bytes');
  });
});

test('a pack comes out of a registry that was built from it, byte for byte', () => {
  const cwd = host();
  expect(run(cwd, 'registry', 'build', 'public', 'demo').stdout).toBe('1 pack in public\n');
  expect(run(cwd, 'registry', 'verify', './public').stdout).toBe('1 release, 0 faults\n');
  const installed = runBin(['install', 'demo=0.1.0', '--registry', './public', '--json'], {
    cwd,
    env: { HOME: cwd, PACKWRIGHT_PACKS_DIR: join(cwd, 'p'), PACKWRIGHT_STATE_DIR: join(cwd, 's') },
  });
  expect(JSON.parse(installed.stdout).installed[0]).toMatchObject({ digest: GOOD_DIGEST, trust: 'pending' });
});
