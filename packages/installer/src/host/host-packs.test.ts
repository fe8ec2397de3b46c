import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { trustPack } from '@packwright/trust';
import { expect, test } from 'vitest';
import { changeStore } from '../fixtures/change-store.ts';
import { demoFiles, demoPack, newFolder, written } from '../fixtures/packs.ts';
import { storeAt } from '../store/store.ts';
import { changeTrust } from '../trust/trust-store.ts';
import { loadHostPacks } from './host-packs.ts';

const act = { by: 'ada', at: '2026-03-01T12:00:00.000Z', reason: '' };

async function host() {
  const root = newFolder();
  const store = storeAt(join(root, 'packs'));
  const trust = { state: join(root, 'state'), graceMs: 0 };
  await changeStore(store, 'install', demoPack('1.0.0'));
  return { store, trust, load: () => loadHostPacks(store, trust, act) };
}

test('an action is found by its id, and its pack waits until its bytes are trusted', async () => {
  const { trust, load } = await host();
  const { set, trust: port } = await load();
  const [action] = set.find('demo.show');
  const { pack } = action ?? {};
  if (!pack) throw new Error('the action is not there');
  const identity = { format: pack.format, id: pack.id, version: pack.version };
  const code = async () => (await port.standingOf(identity, pack.digest)).problem?.code ?? 'runs';
  expect(await code()).toBe('pack_pending');
  const request = { pack: identity, digest: pack.digest, unrated: [], ratings: {} };
  await changeTrust(trust, (file) => trustPack(file, request, act));
  // Trust is asked anew for every run.
  expect(await code()).toBe('runs');
});

test('a set does not change; a reload makes another, in which drifted bytes wait', async () => {
  const { store, load } = await host();
  const before = await load();
  appendFileSync(join(store.packs, 'demo/pack.yaml'), '\n');
  const after = await load();
  const [old] = before.set.find('demo.show');
  const [now] = after.set.find('demo.show');
  expect(old?.pack.digest).not.toBe(now?.pack.digest);
});

test('broken packs and second ids are reported by name, and keep nothing else from loading', async () => {
  const { store, load } = await host();
  written(join(store.packs, 'zz-copy'), demoFiles('1.0.0'));
  written(join(store.packs, 'bad'), { 'pack.yaml': 'id: [\n' });
  mkdirSync(join(store.packs, 'no-pack'));
  writeFileSync(join(store.packs, 'file'), '');
  const { set, broken } = await load();
  expect(set.find('demo.show')).toHaveLength(1);
  expect(broken.map(({ directory, reason }) => [directory, reason.split('\n')[0]])).toEqual([
    ['bad', expect.stringContaining('pack.yaml: PCK001')],
    ['zz-copy', 'its id "demo" is that of the pack in "demo"'],
  ]);
});

test('a store that is not there yet holds nothing', async () => {
  const root = newFolder();
  const { actions, broken } = await loadHostPacks(
    storeAt(join(root, 'none')),
    { state: join(root, 'state'), graceMs: 0 },
    act,
  );
  expect([actions, broken]).toEqual([[], []]);
});

test('a later load takes over the packs of which nothing has changed, and reads the others anew', async () => {
  const { store, trust } = await host();
  written(join(store.packs, 'other'), demoFiles('1.0.0', 'other'));
  const known = new Map();
  const load = async () => {
    const { packs } = await loadHostPacks(store, trust, act, known);
    return new Map(packs.map((pack) => [pack.id, pack]));
  };
  const first = await load();
  const same = await load();
  expect([same.get('demo') === first.get('demo'), same.get('other') === first.get('other')]).toEqual([
    true,
    true,
  ]);
  const file = join(store.packs, 'demo/pack.yaml');
  const { atime, mtime } = statSync(file);
  // As long as before, and as old by its own account.
  writeFileSync(file, readFileSync(file, 'utf8').replace('1.0.0', '1.0.1'));
  utimesSync(file, atime, mtime);
  const later = await load();
  expect([later.get('demo')?.version, later.get('other') === first.get('other')]).toEqual(['1.0.1', true]);
  rmSync(join(store.packs, 'other'), { recursive: true });
  expect([...(await load()).keys()]).toEqual(['demo']);
  expect([...known.keys()]).toEqual([join(store.packs, 'demo')]);
});
