import { trustPack } from '@packwright/trust';
import { expect, test } from 'vitest';
import { changeStore } from '../fixtures/change-store.ts';
import { demoPack, newFolder } from '../fixtures/packs.ts';
import { storeAt } from '../store/store.ts';
import { changeTrust } from '../trust/trust-store.ts';
import type { Host } from './host.ts';
import { loadHostPacks } from './host-packs.ts';
import { lookAt } from './look.ts';

const act = { by: 'ada', at: '2026-03-01T12:00:00.000Z', reason: '' };

async function loaded() {
  const root = newFolder();
  const store = storeAt(`${root}/packs`);
  const trust = { state: `${root}/state`, graceMs: 0 };
  await changeStore(store, 'install', demoPack('1.0.0'));
  const { actions, packs, trust: port } = await loadHostPacks(store, trust, act);
  const [action, pack] = [actions[0], packs[0]];
  if (!action || !pack) throw new Error('the pack is not there');
  const look = (settings: Host['settings'] = {}) => lookAt({ settings }, port);
  return { trust, action, pack, look };
}

test('a look shows trust as it stands at its moment', async () => {
  const { trust, pack, look } = await loaded();
  const before = look();
  const request = { pack, digest: pack.digest, unrated: [], ratings: {} };
  await changeTrust(trust, (file) => trustPack(file, request, act));
  expect([before.problemOf(pack)?.code, look().problemOf(pack)]).toEqual(['pack_pending', null]);
});

test('what a host says of an action is what its policy says, unless it does not admit it', async () => {
  const { action, look } = await loaded();
  expect(look().answerFor(action)).toEqual({ risk: 'low', decision: 'allow' });
  expect(look({ policy: { defaults: { low: 'ask' } } }).answerFor(action).decision).toBe('ask');
  expect(look({ admission: { deny: ['demo.*'] } }).answerFor(action).decision).toBe('deny');
});
