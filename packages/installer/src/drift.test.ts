import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRunner } from '@packwright/engine';
import { decideRun, policyOf, revokePack, trustPack } from '@packwright/trust';
import { expect, test } from 'vitest';
import { changeStore } from './fixtures/change-store.ts';
import { demoFiles, newFolder, written } from './fixtures/packs.ts';
import { loadHostPacks } from './host/host-packs.ts';
import { loadPacks } from './store/load-packs.ts';
import { packFiles } from './store/pack-files.ts';
import { storeAt } from './store/store.ts';
import { changeTrust, keepTrusted, seenPack, type TrustStore } from './trust/trust-store.ts';
import { verifyPacks } from './verify-packs.ts';

const act = { by: 'ada', at: '2026-03-01T12:00:00.000Z', reason: '' };

test('installed, trusted, run; one byte changes: refused, shown, trusted again, run; revoked: never again', async () => {
  const root = newFolder();
  const script = { ...demoFiles('1.0.0'), 'scripts/show.sh': '#!/bin/sh\necho shown\n' };
  const store = storeAt(join(root, 'packs'));
  const trust: TrustStore = { state: join(root, 'state'), graceMs: 0 };
  await changeStore(store, 'install', written(newFolder(), script));

  const run = async () => {
    const packs = await loadHostPacks(store, trust, act);
    const policy = policyOf();
    const runner = createRunner({
      packs: packs.set,
      trust: packs.trust,
      policy: { decide: ({ action, risk }) => decideRun(policy, { id: action.id, risk }) },
      journal: { record: async () => 'event' },
      ask: { ask: async () => ({ approved: false, reason: 'nobody is there' }) },
      scratchDirectory: newFolder(),
    });
    const { status, stdout, reason } = await runner.run({
      actionId: 'demo.show',
      argumentsJson: '{}',
      reason: 'test',
    });
    return status === 'success' ? (stdout ?? '').trim() : `${status}: ${reason ?? ''}`;
  };
  const trustIt = async () => {
    const [pack] = (await loadPacks(store)).packs;
    if (!pack) throw new Error('there is no pack');
    keepTrusted(trust, pack.opened.digest, packFiles(pack.tree));
    await changeTrust(trust, (file) => trustPack(file, { ...seenPack(pack.opened), ratings: {} }, act));
  };

  expect(await run()).toMatch(/demo 1\.0\.0 is not trusted yet/);
  await trustIt();
  expect(await run()).toBe('shown');

  appendFileSync(join(store.packs, 'demo/scripts/show.sh'), 'echo more\n');
  expect(await run()).toMatch(/demo 1\.0\.0 is not what was trusted/);
  const [verified] = verifyPacks(store, trust, await loadPacks(store));
  expect(verified?.files).toEqual([{ path: 'scripts/show.sh', change: 'changed' }]);

  await trustIt();
  expect(await run()).toBe('shown\nmore');
  const pack = { format: 'emisar', id: 'demo', version: '1.0.0' };
  await changeTrust(trust, (file) => revokePack(file, pack, { ...act, reason: 'key stolen' }));
  expect(await run()).toMatch(/demo 1\.0\.0 was revoked: key stolen/);
});
