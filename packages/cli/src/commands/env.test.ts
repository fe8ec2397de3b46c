import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runBin } from '../fixtures/run-bin.ts';

const HASH = '6c7811b804bd93cf2727b0ad5e124d454448c499dc2f6d314306b0ff7fb05d59';
/** Of the line that pins the package. */
const LOCK = 'sha256:930fa246c76cfe415d305d9571a487e6171d9cd9e95b43f49e221514ea414780';

/** Stands in for Python: resolves to one package, and makes an environment whose interpreter says where it is. */
const PYTHON = `#!/bin/sh
for last; do :; done
case "$*" in
  *--report*) echo '{"install":[{"metadata":{"name":"tinypack","version":"1.0"},"download_info":{"archive_info":{"hashes":{"sha256":"${HASH}"}}}}]}' ;;
  *" venv "*) mkdir -p "$last/bin"; : > "$last/pyvenv.cfg"; printf '#!/bin/sh\\necho in the environment\\n' > "$last/bin/python3"; chmod 755 "$last/bin/python3" ;;
esac
`;

function host() {
  const cwd = folderWith({
    'bin/python3': { mode: 0o755, text: PYTHON },
    'packwright.yaml': 'packs_dir: packs\nstate_dir: state\n',
    'pack/pack.yaml': 'ref: demo\nlabel: Demo\ndescription: Test.\nversion: "1.0.0"\n',
    'pack/requirements.txt': 'tinypack\n',
    'pack/actions/say.yaml':
      'ref: demo.say\nlabel: say\ndescription: Test.\nrunner_type: python\nentry_point: say.py\n',
    'pack/actions/say.py': 'print("never")\n',
  });
  const env = { HOME: cwd, PATH: `${join(cwd, 'bin')}:${process.env.PATH}` };
  return { cwd, run: (...args: readonly string[]) => runBin(args, { cwd, env }) };
}

test('what an installed pack asks for is pinned beside it, approved with its bytes, built, and used', () => {
  const { cwd, run } = host();
  const digest = /sha256:[0-9a-f]{64}/.exec(run('install', './pack').stdout)?.[0] ?? '';
  expect(run('env', 'build', 'demo')).toMatchObject({
    code: 1,
    stderr: `demo: demo 1.0.0 is not trusted yet\n  review it, then \`packwright trust demo ${digest}\`\n`,
  });
  expect(run('env', 'lock', 'demo', '--write')).toEqual({
    code: 0,
    stdout: `tinypack==1.0 --hash=sha256:${HASH}\n`,
    stderr: `kept beside the pack; review it, then \`packwright trust demo ${digest} --lock ${LOCK}\`\n`,
  });
  expect(run('trust', 'demo', digest, '--rate', 'demo.say=low').code).toBe(0);
  // What `env lock` printed: the bytes keep the ratings that they have.
  const trusted = run('trust', 'demo', digest, '--lock', LOCK);
  expect([trusted.code, trusted.stderr]).toEqual([0, '']);
  const place = join(cwd, 'state/environments/demo', `venv-${LOCK.slice(7, 39)}`);
  expect(run('env', 'build').stdout).toBe(`demo  built  ${place}\n`);
  expect(run('run', 'demo.say', '--reason', 'test').stdout).toBe('in the environment\n');
  expect(run('env', 'list').stdout).toBe(`demo  used  ${place}\n`);

  rmSync(join(place, 'bin/python3'));
  const damage =
    'the environment of "requirements.lock" on this machine is damaged: "bin/python3" is missing';
  expect(run('run', 'demo.say', '--reason', 'test')).toEqual({
    code: 3,
    stdout: '',
    stderr: `✗ demo.say  error: ${damage}\n  build it anew with \`packwright env build\`\n`,
  });
  expect(run('doctor').stdout).toContain(
    `! programs     demo.say: ${damage}\n               = build it anew with \`packwright env build\`\n`,
  );
  expect(run('env', 'list').stdout).toBe(
    `demo  used  ${place}\n  damaged, "bin/python3" is missing: \`packwright env build\` builds it anew\n`,
  );
  expect(run('env', 'build').stdout).toBe(`demo  built  ${place}\n`);
  expect(run('run', 'demo.say', '--reason', 'test').stdout).toBe('in the environment\n');
}, 120_000);

test('without an approved lock nothing is built, and nothing runs', () => {
  const { run } = host();
  const digest = /sha256:[0-9a-f]{64}/.exec(run('install', './pack').stdout)?.[0] ?? '';
  run('env', 'lock', 'demo', '--write');
  const trust = (...more: string[]) => run('trust', 'demo', digest, '--rate', 'demo.say=low', ...more);
  expect(trust('--lock', digest).stderr).toBe(
    `packwright trust: no lock ${digest} was proposed for these bytes\n  \`packwright env lock ID --write\` proposes one and prints its hash\n`,
  );
  const unpinned = 'the pack asks for packages in "requirements.txt" and pins none of them';
  expect(trust()).toEqual({
    code: 0,
    stdout: `demo 1.0.0 is trusted\n  ${digest}\n`,
    stderr: `demo.say will not run: ${unpinned}\n  pin them with \`packwright env lock demo --write\`, and trust the pack again with the lock that it prints\n`,
  });
  expect(run('env', 'build').stderr).toContain(`demo: ${unpinned}\n`);
  expect(run('run', 'demo.say', '--reason', 'test')).toMatchObject({ code: 3 });
}, 120_000);

test('of a pack without a lock trust says nothing where it may run without one, or nothing of it needs the packages', () => {
  const { cwd, run } = host();
  const allowed = join(cwd, 'allowed.yaml');
  writeFileSync(allowed, 'packs_dir: packs\nstate_dir: state\nenvironments: {unlocked: allow}\n');
  const digest = /sha256:[0-9a-f]{64}/.exec(run('install', './pack').stdout)?.[0] ?? '';
  const rated = ['--rate', 'demo.say=low'];
  expect(run('trust', 'demo', digest, ...rated, '--config', allowed)).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(
    join(cwd, 'pack/actions/say.yaml'),
    'ref: demo.say\nlabel: say\ndescription: Test.\nrunner_type: shell\nentry_point: say.py\n',
  );
  const shell = /sha256:[0-9a-f]{64}/.exec(run('install', './pack', '--force').stdout)?.[0] ?? '';
  expect(run('trust', 'demo', shell, ...rated)).toMatchObject({ code: 0, stderr: '' });
}, 120_000);

test('for a pack at a path the lock is written into it, and info says so', () => {
  const { run } = host();
  expect(run('info', 'pack').stdout).toMatch(
    /\nPackages\n {2}requirements\.txt {2}pinned by nothing: see `packwright env lock`\n$/,
  );
  expect(run('env', 'lock', './pack', '--write').stderr).toBe(
    'wrote requirements.lock into the pack, whose digest covers it\n',
  );
  expect(run('info', 'pack').stdout).toMatch(/\n {2}requirements\.txt {2}pinned by requirements\.lock\n$/);
});

test('an environment in which no installed pack starts is unused, and can be removed', () => {
  const { cwd, run } = host();
  const place = join(cwd, 'state/environments/gone', `venv-${'a'.repeat(32)}`);
  mkdirSync(place, { recursive: true });
  expect(run('env', 'list').stdout).toBe(
    `gone  unused  ${place}\n  damaged, the mark that it was built to its end is missing: \`packwright env remove --unused\` takes it away\n`,
  );
  expect(run('env', 'remove', '--unused').stdout).toBe(`removed ${place}\n`);
  expect(run('env', 'remove', 'gone').stderr).toBe(
    'packwright env: gone has no environment\n  `packwright env list` shows what there is\n',
  );
});

test.each([
  [['env', 'lok'], '"lok" is nothing to do with environments\n  did you mean "lock"?\n'],
  [['env', 'remove'], 'say which environments are meant\n  name the pack, or write --unused\n'],
])('%j is wrong usage', (args, message) => {
  expect(host().run(...args)).toMatchObject({ code: 2, stderr: `packwright env: ${message}` });
});
