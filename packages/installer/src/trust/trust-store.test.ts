import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyTrustFile, seePack } from '@packwright/trust';
import { expect, test } from 'vitest';
import { newFolder } from '../fixtures/packs.ts';
import { changeTrust, readTrust } from './trust-store.ts';

async function known() {
  const store = { state: newFolder(), graceMs: 0 };
  const pack = { format: 'emisar', id: 'demo', version: '1.0.0' };
  const seen = { pack, digest: `sha256:${'0'.repeat(64)}`, unrated: [] };
  const act = { by: 'ada', at: '2026-03-01T12:00:00.000Z', reason: '' };
  await changeTrust(store, (file) => ({ ok: true, value: seePack(file, seen, act, { graceMs: 0 }) }));
  const path = join(store.state, 'trust.json');
  return { store, path, by: () => readTrust(store).packs[0]?.history[0]?.by };
}

test('what another process wrote is seen at the next look, also when size and time of the file stay', async () => {
  const { path, by } = await known();
  expect(by()).toBe('ada');
  const { atime, mtime } = statSync(path);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"ada"', '"bob"'));
  utimesSync(path, atime, mtime);
  expect(by()).toBe('bob');
});

test('what was read before hides neither damage nor a file that is gone', async () => {
  const { store, path, by } = await known();
  expect(by()).toBe('ada');
  writeFileSync(path, '{');
  expect(() => readTrust(store)).toThrow();
  rmSync(path);
  expect(readTrust(store)).toEqual(emptyTrustFile);
});
