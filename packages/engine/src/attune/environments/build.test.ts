import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type BuildSettings, buildEnvironment } from './build.ts';
import { environmentState } from './built.ts';
import { type EnvironmentNeed, lockOf } from './need.ts';

/** Stands in for the installers of the machine: it writes down how it was called, and makes what they would make. */
const STAND_IN = `#!/bin/sh
echo "$(basename "$0") $*" >> "$(dirname "$0")/calls"
for last; do :; done
case "$*" in
  *" venv "*) mkdir -p "$last/bin" "$last/lib/python3.9/site-packages"; : > "$last/bin/python3"; echo "home = $(dirname "$0")" > "$last/pyvenv.cfg"; sleep 0.2 ;;
  *" install "*) cp "$last" "$(dirname "$0")/requirements"; test ! -e "$(dirname "$0")/broken" || { echo no such wheel; exit 1; } ;;
esac
`;

function bench() {
  const directory = mkdtempSync(join(tmpdir(), 'packwright-build-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const programs = join(directory, 'bin');
  mkdirSync(programs);
  for (const name of ['python3', 'npm']) {
    writeFileSync(join(programs, name), STAND_IN);
    chmodSync(join(programs, name), 0o755);
  }
  const path = `${programs}:${process.env.PATH}`;
  vi.stubEnv('PATH', path);
  onTestFinished(() => void vi.unstubAllEnvs());
  const settings: BuildSettings = {
    environmentsDirectory: join(directory, 'environments'),
    scratchDirectory: join(directory, 'scratch'),
    sources: { index: 'https://pypi.example.com/simple', registry: 'https://npm.example.com' },
  };
  const calls = () =>
    readFileSync(join(programs, 'calls'), 'utf8').replaceAll(directory, '').trimEnd().split('\n');
  return { directory, programs, path, settings, calls };
}

const LOCK = `tinypack==1.0 --hash=sha256:${'0'.repeat(64)}\n`;
const python: EnvironmentNeed = {
  packRef: 'demo',
  kind: 'venv',
  manifest: 'requirements.txt',
  asked: Buffer.from('tinypack\n'),
  lock: lockOf('venv', Buffer.from(LOCK), null),
};
const PACKAGE_LOCK = '{"lockfileVersion":3,"packages":{"":{},"node_modules/a":{"integrity":"sha512-x"}}}';
const node: EnvironmentNeed = {
  packRef: 'demo',
  kind: 'node_modules',
  manifest: 'package.json',
  asked: Buffer.from('{}'),
  lock: lockOf('node_modules', Buffer.from(PACKAGE_LOCK), Buffer.from('{}')),
};

test('Python packages are installed by their hashes, as wheels only, from the index of the operator', async () => {
  const { settings, calls, programs } = bench();
  expect(await buildEnvironment(python, settings)).toMatchObject({ ok: true, isNew: true });
  const [venv, install] = calls().map((call) => call.replaceAll(/building-[0-9a-f]+/g, 'building'));
  const place = `/environments/demo/venv-${python.lock?.sha256.slice(0, 32)}.building`;
  expect(venv).toBe(`python3 -m venv --copies --without-pip ${place}`);
  expect(install?.replace(/\/scratch\S+\//, '')).toBe(
    `python3 -m pip --python ${place}/bin/python3 --isolated --disable-pip-version-check install --no-input --no-cache-dir --require-hashes --only-binary :all: --index-url https://pypi.example.com/simple --requirement requirements.lock`,
  );
  expect(readFileSync(join(programs, 'requirements'), 'utf8')).toBe(LOCK);
});

test('Node packages are installed as the lock has them, and none of their scripts is run', async () => {
  const { settings, calls } = bench();
  expect(await buildEnvironment(node, settings)).toMatchObject({ ok: true, isNew: true });
  expect(calls()).toEqual([
    'npm ci --ignore-scripts --omit dev --no-audit --no-fund --registry https://npm.example.com',
  ]);
});

test('what is built is not built again, and what lost its mark or its interpreter is', async () => {
  const { settings, calls } = bench();
  const first = await buildEnvironment(python, settings);
  if (!first.ok || !python.lock) throw new Error('it was not built');
  expect(await buildEnvironment(python, settings)).toEqual({ ...first, isNew: false });
  expect(calls()).toHaveLength(2);
  rmSync(join(first.place, 'built'));
  mkdirSync(`${first.place}.building-left-behind`);
  expect(await buildEnvironment(python, settings)).toEqual(first);
  expect(readdirSync(dirname(first.place))).toHaveLength(1);
  rmSync(join(first.place, 'bin/python3'));
  expect(await buildEnvironment(python, settings)).toEqual(first);
  expect(environmentState(first.place, python.lock.sha256)).toBe('whole');
});

test('an installer that fails leaves nothing behind, and what it said is told', async () => {
  const { settings, programs } = bench();
  writeFileSync(join(programs, 'broken'), '');
  expect(await buildEnvironment(python, settings)).toEqual({ ok: false, message: 'no such wheel' });
  expect(readdirSync(join(settings.environmentsDirectory, 'demo'))).toEqual([]);
});

test('four processes that need one environment at once build it once, also past the lock of a dead one', async () => {
  const { settings, calls, path } = bench();
  const place = `venv-${python.lock?.sha256.slice(0, 32)}`;
  mkdirSync(join(settings.environmentsDirectory, 'demo'), { recursive: true });
  // A process of this number lives, and it started at another time.
  writeFileSync(join(settings.environmentsDirectory, 'demo', `${place}.lock`), `${process.pid} 1`);
  const library = JSON.stringify(fileURLToPath(new URL('../../../dist/attune/index.js', import.meta.url)));
  const need = JSON.stringify({ ...python, lock: { ...python.lock, content: LOCK }, asked: '' });
  const program = `import { buildEnvironment } from ${library};
const need = ${need};
need.lock.content = Buffer.from(need.lock.content);
console.log(JSON.stringify(await buildEnvironment(need, ${JSON.stringify(settings)})));`;
  const build = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, PATH: path },
    });
  const outcomes = await Promise.all([build(), build(), build(), build()]);
  const results = outcomes.map(({ stdout }) => JSON.parse(stdout));
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(calls()).toHaveLength(2);
  expect(readdirSync(join(settings.environmentsDirectory, 'demo'))).toEqual([place]);
});
