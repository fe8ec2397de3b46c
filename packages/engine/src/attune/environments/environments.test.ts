import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describeLong } from '@packwright/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { packBench } from '../../fixtures/test-runner.ts';
import type { PolicyPort } from '../../ports/policy-port.ts';
import { tarFile, zipFile } from '../fixtures/archives.ts';
import { realAction, writeAttunePack } from '../fixtures/attune-pack.ts';
import { type BuildSettings, buildEnvironment } from './build.ts';
import { environmentsOf } from './environments-of.ts';
import type { EnvironmentNeed } from './need.ts';
import { resolveLock } from './resolve-lock.ts';

const policy: PolicyPort = { decide: () => ({ decision: 'allow', rule: { tier: 'low' }, channels: [] }) };
const hash = (algorithm: string, bytes: Uint8Array, form: 'hex' | 'base64' = 'hex') =>
  createHash(algorithm).update(bytes).digest(form);

function place(): { readonly directory: string; readonly settings: BuildSettings; readonly wheel: string } {
  const directory = mkdtempSync(join(tmpdir(), 'packwright-environments-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const wheels = join(directory, 'wheels');
  mkdirSync(wheels);
  const wheel = zipFile({
    'tinypack.py': 'WORD = "from the wheel"\n',
    'tinypack-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: tinypack\nVersion: 1.0\n',
    'tinypack-1.0.dist-info/WHEEL':
      'Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    'tinypack-1.0.dist-info/RECORD': '',
  });
  writeFileSync(join(wheels, 'tinypack-1.0-py3-none-any.whl'), wheel);
  const settings = {
    environmentsDirectory: join(directory, 'environments'),
    scratchDirectory: join(directory, 'scratch'),
    sources: { noIndex: true, findLinks: [wheels] },
  };
  return { directory, settings, wheel: hash('sha256', wheel) };
}

const pythonPack = (lock: string) => ({
  'requirements.txt': 'tinypack\n',
  ...(lock !== '' && { 'requirements.lock': lock }),
  'actions/say.py': 'import tinypack\nprint(tinypack.WORD)\n',
  ...realAction('say', 'runner_type: python\nentry_point: say.py'),
});

const bench = (files: Readonly<Record<string, string>>, parts: object) =>
  packBench((directory) => writeAttunePack(directory, files), { policy, ...parts });

test('a pack without a lock says so and does not run, unless the operator allows it', async () => {
  const { settings } = place();
  const { run, pack } = bench(pythonPack(''), {});
  expect(await run('say')).toMatchObject({
    status: 'error',
    error: 'the pack asks for packages in "requirements.txt" and pins none of them',
    hint: 'pin them with `packwright env lock`, and trust the pack anew',
  });
  const [need] = environmentsOf(pack);
  expect(await buildEnvironment(need as EnvironmentNeed, settings)).toMatchObject({ ok: false });
  const allowed = bench(pythonPack(''), { unlockedEnvironments: 'allow' });
  const result = await allowed.run('say');
  expect(result).toMatchObject({ status: 'failed', exit_code: 1 });
  expect(result.stderr).toContain("No module named 'tinypack'");
});

test.each([
  ['tinypack==1.0', '"tinypack==1.0" has no hash'],
  ['tinypack --hash=sha256:00', '"tinypack" is not pinned to one version'],
  [
    '--index-url http://evil',
    'the line "--index-url http://evil" is an option, and only packages may be in a lock',
  ],
  [
    'tinypack @ https://evil/x.whl --hash=sha256:00',
    '"tinypack @ https://evil/x.whl" is not pinned to one version',
  ],
])('a lock with %j is refused before anything starts', async (lock, fault) => {
  const { settings } = place();
  const [need] = environmentsOf(bench(pythonPack(lock), {}).pack);
  expect(await buildEnvironment(need as EnvironmentNeed, settings)).toEqual({
    ok: false,
    message: `"requirements.lock" pins too little: ${fault}`,
  });
  expect(existsSync(settings.environmentsDirectory)).toBe(false);
});

describeLong('with the installers of the machine', () => {
  test('a Python pack runs in what its lock pins, which two processes build once', async () => {
    const { settings, wheel, directory } = place();
    const resolved = await resolveLock('venv', Buffer.from('tinypack\n'), settings);
    const lock = `tinypack==1.0 --hash=sha256:${wheel}\n`;
    expect(resolved).toEqual({ ok: true, file: 'requirements.lock', text: lock });
    const { run, pack, packDirectory } = bench(pythonPack(lock), {
      environmentsDirectory: settings.environmentsDirectory,
    });
    expect(await run('say')).toMatchObject({
      error: 'the packages of "requirements.lock" are not installed on this machine',
      hint: 'install them with `packwright env build`',
    });
    const dist = (path: string) =>
      JSON.stringify(fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url)));
    const program = `import { loadPack } from ${dist('index.js')};
import { buildEnvironment, environmentsOf } from ${dist('attune/index.js')};
const [need] = environmentsOf((await loadPack(${JSON.stringify(packDirectory)})).pack);
console.log(JSON.stringify(await buildEnvironment(need, ${JSON.stringify(settings)})));`;
    const build = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    const outcomes = (await Promise.all([build(), build()])).map(({ stdout }) => JSON.parse(stdout));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(outcomes.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
    expect(readdirSync(join(settings.environmentsDirectory, 'demo'))).toHaveLength(1);
    expect(existsSync(join(packDirectory, 'venv'))).toBe(false);
    expect(await run('say')).toMatchObject({ status: 'success', stdout: 'from the wheel\n' });

    // One that lacks its mark may lack anything.
    const [need] = environmentsOf(pack) as [EnvironmentNeed];
    const [{ place: built }] = outcomes;
    rmSync(join(built, 'built'));
    mkdirSync(`${built}.building-left-behind`);
    expect(await run('say')).toMatchObject({
      error:
        'the environment of "requirements.lock" on this machine is damaged: the mark that it was built to its end is missing',
      hint: 'build it anew with `packwright env build`',
    });
    expect(await buildEnvironment(need, settings)).toMatchObject({ ok: true, isNew: true, place: built });
    expect((await run('say')).status).toBe('success');

    // So is one that lost a package.
    const [python = ''] = readdirSync(join(built, 'lib'));
    rmSync(join(built, 'lib', python, 'site-packages/tinypack.py'));
    expect((await run('say')).error).toBe(
      `the environment of "requirements.lock" on this machine is damaged: "lib/${python}/site-packages/tinypack.py" is missing`,
    );
    expect(await buildEnvironment(need, settings)).toMatchObject({ ok: true, isNew: true, place: built });
    expect((await run('say')).status).toBe('success');
    expect(readdirSync(dirname(built))).toHaveLength(1);
    expect(readdirSync(directory).toSorted()).toEqual(['environments', 'scratch', 'wheels']);

    // Another lock is another environment.
    const other = { ...need, lock: { ...need.lock, sha256: 'f'.repeat(64) } } as EnvironmentNeed;
    expect(await buildEnvironment(other, settings)).toMatchObject({ ok: true, isNew: true });
    expect(readdirSync(dirname(built))).toHaveLength(2);
  }, 120_000);

  test('a wheel with other bytes than the lock names is not installed', async () => {
    const { settings } = place();
    const lock = `tinypack==1.0 --hash=sha256:${'0'.repeat(64)}`;
    const [need] = environmentsOf(bench(pythonPack(lock), {}).pack) as [EnvironmentNeed];
    const outcome = await buildEnvironment(need, settings);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('DO NOT MATCH THE HASHES') });
    expect(readdirSync(join(settings.environmentsDirectory, 'demo'))).toEqual([]);
  }, 60_000);

  test('a Node pack runs with what its lock pins, and no script of a package runs', async () => {
    const { settings, directory } = place();
    const mark = join(directory, 'ran');
    const tarball = gzipSync(
      tarFile({
        'package/package.json': `{"name":"tinypack","version":"1.0.0","scripts":{"postinstall":"touch ${mark}"}}`,
        'package/index.js': 'module.exports = "from the registry";\n',
      }),
    );
    const server = createServer((request, response) => {
      if (request.url?.endsWith('.tgz')) return response.end(tarball);
      const dist = {
        tarball: `http://${request.headers.host}/tinypack-1.0.0.tgz`,
        integrity: `sha512-${hash('sha512', tarball, 'base64')}`,
      };
      const version = { name: 'tinypack', version: '1.0.0', dist, scripts: { postinstall: `touch ${mark}` } };
      response.setHeader('content-type', 'application/json');
      return response.end(
        JSON.stringify({
          name: 'tinypack',
          'dist-tags': { latest: '1.0.0' },
          versions: { '1.0.0': version },
        }),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const local = { ...settings, sources: { registry } };
    const manifest = '{"name":"demo","version":"1.0.0","dependencies":{"tinypack":"^1.0.0"}}';
    const resolved = await resolveLock('node_modules', Buffer.from(manifest), local);
    if (!resolved.ok) throw new Error(resolved.message);
    const { run, pack } = bench(
      {
        'package.json': manifest,
        'package-lock.json': resolved.text,
        'actions/say.cjs': 'console.log(require("tinypack"))',
        ...realAction('say', 'runner_type: nodejs\nentry_point: say.cjs'),
      },
      { environmentsDirectory: settings.environmentsDirectory },
    );
    const [need] = environmentsOf(pack) as [EnvironmentNeed];
    expect(await buildEnvironment(need, local)).toMatchObject({ ok: true, isNew: true });
    expect(await run('say')).toMatchObject({ status: 'success', stdout: 'from the registry\n' });
    expect(existsSync(mark)).toBe(false);
  }, 60_000);
});
