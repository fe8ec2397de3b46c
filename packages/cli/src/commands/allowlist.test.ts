import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack } from '../fixtures/packs.ts';
import { runHere } from '../fixtures/run-here.ts';

/** Hosts below one folder, each with its own packs and trust, that take their first list from one key. */
async function publisher() {
  const cwd = folderWith(goodPack('demo'));
  const run = (host: string, ...args: readonly string[]) =>
    runHere(args, {
      cwd,
      env: { HOME: cwd, PACKWRIGHT_PACKS_DIR: `${host}/packs`, PACKWRIGHT_STATE_DIR: `${host}/state` },
    });
  const newKey = async (name: string) => (await run('none', 'sign', '--new-key', name)).stdout.trim();
  const settings = (key: string) =>
    writeFileSync(join(cwd, 'packwright.yaml'), `trust:\n  allow_list:\n    keys: ["${key}"]\n`);
  const key = await newKey('one.key');
  settings(key);
  const stateOn = async (host: string) => (await run(host, 'list')).stdout.split(/\s+/)[2];
  return { cwd, run, newKey, settings, key, stateOn };
}

/** Writes and signs a draft with one part of it changed. */
async function list(
  { cwd, run }: Awaited<ReturnType<typeof publisher>>,
  file: string,
  change: (draft: Record<string, unknown>) => void,
  ...keys: readonly string[]
) {
  await run('origin', 'allowlist', 'draft', '--out', file);
  const draft = JSON.parse(readFileSync(join(cwd, file), 'utf8'));
  change(draft);
  writeFileSync(join(cwd, file), JSON.stringify(draft));
  return run('origin', 'allowlist', 'sign', file, ...keys.flatMap((key) => ['--key', key]));
}

test('what one host trusts, others trust by a signed list', async () => {
  const all = await publisher();
  const { run, key, stateOn } = all;
  await run('origin', 'install', './demo', '--hash', GOOD_DIGEST);
  expect(await list(all, 'list.json', () => {}, 'one.key')).toEqual({
    code: 0,
    stdout: `signed allow-list 1\n  ${key}\n`,
    stderr: '',
  });
  expect(
    (await run('origin', 'allowlist', 'show', 'list.json')).stdout.replace(/from .*Z/, 'from … to …'),
  ).toBe(`allow-list 1, from … to …\n  signed by ${key}\n  trusts  demo 0.1.0 ${GOOD_DIGEST}\n`);
  await run('other', 'install', './demo');
  expect(await stateOn('other')).toBe('pending');
  expect((await run('other', 'trust', '--list', 'list.json')).stdout).toBe('allow-list 1 is in force\n');
  expect(await stateOn('other')).toBe('trusted');
});

test('what a list revokes stays revoked when an older list comes back, even after its keys were reset', async () => {
  const all = await publisher();
  const { cwd, run, stateOn } = all;
  await run('origin', 'install', './demo', '--hash', GOOD_DIGEST);
  await list(all, 'old.json', () => {}, 'one.key');
  copyFileSync(join(cwd, 'old.json'), join(cwd, 'kept.json'));
  const revoke = (draft: Record<string, unknown>) =>
    Object.assign(draft, { version: 2, packs: [], revoked: [{ digest: GOOD_DIGEST, reason: 'key stolen' }] });
  await list(all, 'new.json', revoke, 'one.key');
  await run('other', 'trust', '--list', 'old.json');
  await run('other', 'install', './demo');
  expect(await stateOn('other')).toBe('trusted');
  expect((await run('other', 'trust', '--list', 'new.json')).code).toBe(0);
  expect(await stateOn('other')).toBe('revoked');
  expect(await run('other', 'trust', '--list', 'kept.json')).toEqual({
    code: 1,
    stdout: '',
    stderr: `\
packwright trust: allow-list 1 is older than 2, which is in force
  publish a list with a higher version; an old one would bring back what was revoked
`,
  });
  expect((await run('other', 'allowlist', 'reset', '--reason', 'keys lost')).code).toBe(0);
  expect((await run('other', 'trust', '--list', 'kept.json')).code).toBe(1);
  await run('other', 'uninstall', 'demo');
  await run('other', 'install', './demo');
  expect(await stateOn('other')).toBe('revoked');
  expect((await run('other', 'trust', 'demo', GOOD_DIGEST)).code).toBe(1);
});

test('a new key comes with two signatures, and the old one may go with it', async () => {
  const all = await publisher();
  const { run, newKey } = all;
  await list(all, 'first.json', () => {}, 'one.key');
  const key = await newKey('two.key');
  const turn = (draft: Record<string, unknown>) => Object.assign(draft, { version: 2, keys: [key] });
  await list(all, 'turned.json', turn, 'one.key');
  const refusal = `the new key "${key}" did not sign the allow-list`;
  const again = ['allowlist', 'sign', 'turned.json', '--key', 'one.key', '--previous', 'first.json'];
  expect((await run('origin', ...again)).stderr.split('\n')[0]).toBe(`packwright allowlist: ${refusal}`);
  await run('other', 'trust', '--list', 'first.json');
  expect((await run('other', 'trust', '--list', 'turned.json')).stderr.split('\n')[0]).toBe(
    `packwright trust: ${refusal}`,
  );
  // The second signature is added where the other key is.
  expect(
    (await run('origin', 'allowlist', 'sign', 'turned.json', '--key', 'two.key', '--previous', 'first.json'))
      .code,
  ).toBe(0);
  expect((await run('other', 'trust', '--list', 'turned.json')).stdout).toBe('allow-list 2 is in force\n');
  await list(all, 'third.json', (draft) => Object.assign(draft, { version: 3, keys: [key] }), 'one.key');
  expect((await run('other', 'trust', '--list', 'third.json')).stderr.split('\n')[0]).toBe(
    'packwright trust: no key that is held signed the allow-list',
  );
});

test('after a reset the keys of the settings count again, from the version that was in force', async () => {
  const all = await publisher();
  const { run, newKey, settings } = all;
  await list(all, 'first.json', () => {}, 'one.key');
  await run('other', 'trust', '--list', 'first.json');
  const key = await newKey('two.key');
  settings(key);
  const next = (draft: Record<string, unknown>) => Object.assign(draft, { version: 2, keys: [key] });
  await list(all, 'next.json', next, 'two.key');
  expect((await run('other', 'trust', '--list', 'next.json')).code).toBe(1);
  expect((await run('other', 'allowlist', 'reset')).stderr).toBe(
    'packwright allowlist: keys are reset for a reason only\n  say why; the reason is kept\n',
  );
  expect((await run('other', 'allowlist', 'reset', '--reason', 'keys lost')).stdout).toBe(
    'the keys of allow-list 1 are forgotten; the next list needs a key of the settings, and a version of 1 or more\n',
  );
  expect((await run('other', 'trust', '--list', 'next.json')).stdout).toBe('allow-list 2 is in force\n');
});

test('a draft that is none is refused at its place', async () => {
  const all = await publisher();
  const { code, stderr } = await list(
    all,
    'list.json',
    (draft) => Object.assign(draft, { expires: 'soon' }),
    'one.key',
  );
  expect([code, stderr.split('\n')[0]]).toEqual([
    1,
    'packwright allowlist: the allow-list is at fault at "expires"',
  ]);
});
