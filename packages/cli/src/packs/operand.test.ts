import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { goodPack } from '../fixtures/packs.ts';
import { runHere } from '../fixtures/run-here.ts';

const settings = { 'packwright.yaml': 'packs_dir: host/packs\nstate_dir: host/state\n' };

/** A folder with packs named `demo`: one here, which is called Mine, one that is installed, which is called Demo. */
function folder(...which: readonly ('here' | 'installed')[]) {
  const cwd = folderWith({ ...settings, ...goodPack('demo'), ...goodPack('host/packs/demo') });
  const mine = folderWith({
    'pack.yaml': `${goodPack('')['pack.yaml']}`.replace('name: Demo', 'name: Mine'),
  });
  cpSync(join(mine, 'pack.yaml'), join(cwd, 'demo/pack.yaml'));
  if (!which.includes('here')) rmSync(join(cwd, 'demo'), { recursive: true });
  if (!which.includes('installed')) rmSync(join(cwd, 'host'), { recursive: true });
  return (...args: readonly string[]) => runHere(args, { cwd, env: { HOME: cwd } });
}

const BOTH = '"demo" is the installed pack, host/packs/demo; ./demo is the one here\n';

test('where a name may be either, the installed pack comes first, and that it was taken is said', async () => {
  const title = async (run: ReturnType<typeof folder>, name: string) => {
    const { stdout, stderr } = await run('info', name);
    return [stdout.split('\n')[0], stderr];
  };
  const run = folder('here', 'installed');
  expect(await title(run, 'demo')).toEqual(['Demo', BOTH]);
  expect(await title(run, './demo')).toEqual(['Mine', '']);
  expect(await title(run, 'host/packs/demo')).toEqual(['Demo', '']);
  expect(await title(folder('here'), 'demo')).toEqual(['Mine', '']);
  expect(await title(folder('installed'), 'demo')).toEqual(['Demo', '']);
});

test('in the directory of installed packs both are one, and nothing is said', async () => {
  const cwd = folderWith(goodPack('demo'));
  const run = (...args: readonly string[]) =>
    runHere(args, { cwd, env: { HOME: cwd, PACKWRIGHT_PACKS_DIR: '.' } });
  expect((await run('info', 'demo')).stderr).toBe('');
});

test('diff and env hold to the same', async () => {
  const run = folder('here', 'installed');
  const { stdout, stderr } = await run('diff', 'demo', './demo');
  expect(stderr).toBe(BOTH);
  expect(stdout).toContain('-name: Demo\n+name: Mine');
  expect((await run('env', 'lock', 'demo')).stderr).toBe(`${BOTH}demo asks for no packages\n`);
  expect((await run('env', 'lock', './demo')).stderr).toBe('demo asks for no packages\n');
});

test.each([
  ['validate', 'demo'],
  ['fix', 'demo'],
  ['digest', 'demo'],
  ['sign', 'demo', '--statement'],
  ['verify', 'demo'],
  ['pack', 'build', 'demo', '-o', 'out'],
  ['registry', 'build', 'public', 'demo'],
  ['run', 'demo.show', '--pack', 'demo', '--plan'],
])('%s %s is about a path alone', async (...args) => {
  const message = '"demo" does not exist\n  this takes paths; `packwright list` names installed packs\n';
  expect(await folder('installed')(...args)).toMatchObject({
    code: 2,
    stderr: `packwright ${args[0]}: ${message}`,
  });
  expect((await folder('here', 'installed')(...args)).stderr).not.toContain('installed pack');
});

test.each([
  ['trust', './demo'],
  ['uninstall', './demo'],
  ['rollback', 'host/packs/demo'],
  ['update', './demo'],
  ['env', 'remove', './demo'],
])('%s is about installed packs alone', async (...args) => {
  expect(await folder('here', 'installed')(...args)).toMatchObject({
    code: 2,
    stderr: `packwright ${args[0]}: "${args.at(-1)}" is a path, and this command takes the ids of installed packs\n  \`packwright list\` shows them\n`,
  });
});

test('install takes the path where there is one, and says so where a registry may have the name', async () => {
  const run = folder('here');
  expect((await run('install', 'demo')).stderr).toBe('');
  const { code, stderr } = await run('install', 'demo', '--force', '--registry', 'http://127.0.0.1:1');
  expect([code, stderr]).toEqual([
    0,
    '"demo" is what is here, ./demo; demo=VERSION is one of the registry\n',
  ]);
});

test('a name that a registry has is never a path here, once it stands in the lock', async () => {
  const cwd = folderWith({ ...settings, ...goodPack('source') });
  const run = (...args: readonly string[]) => runHere([...args], { cwd, env: { HOME: cwd } });
  const registry = ['--registry', join(cwd, 'public')];
  await run('registry', 'build', 'public', './source');
  expect((await run('install', 'demo', ...registry)).stderr).toBe('');
  cpSync(join(cwd, 'source'), join(cwd, 'demo'), { recursive: true });
  appendFileSync(join(cwd, 'demo/pack.yaml'), '# other bytes\n');
  expect(await run('install', '--frozen', ...registry)).toMatchObject({ code: 0, stderr: '' });
});
