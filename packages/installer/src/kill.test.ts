import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeStore } from './fixtures/change-store.ts';
import { demoPack, newFolder } from './fixtures/packs.ts';
import { loadPacks } from './store/load-packs.ts';
import { hidden, type Store, storeAt } from './store/store.ts';
import { lockOf } from './store/swap.ts';

const program = join(import.meta.dirname, 'fixtures/change-process.ts');

/** Whether a process that makes the change was killed before the step of a number, which it may not have. */
function isKilled(store: Store, operation: string, pack: string, killAt: number): boolean {
  const args = [program, store.packs, String(killAt), operation, pack];
  const { signal, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (signal === null) expect([status, stderr]).toEqual([0, '']);
  return signal === 'SIGKILL';
}

/** The version that stands in a store after the next start; the lock has to agree. */
async function versionIn(store: Store): Promise<string> {
  const { packs, broken } = await loadPacks(store);
  expect(broken).toEqual([]);
  const [pack] = packs;
  expect(lockOf(store).packs.map(({ id, digest }) => [id, digest])).toEqual(
    packs.map(({ opened }) => [opened.id, opened.digest]),
  );
  return pack?.opened.version ?? 'none';
}

describe.each([
  { operation: 'install', before: [], pack: '1.0.0', old: 'none', now: '1.0.0', least: 8 },
  { operation: 'update', before: ['1.0.0'], pack: '2.0.0', old: '1.0.0', now: '2.0.0', least: 10 },
  { operation: 'rollback', before: ['1.0.0', '2.0.0'], pack: '', old: '2.0.0', now: '1.0.0', least: 7 },
  { operation: 'uninstall', before: ['1.0.0'], pack: '', old: '1.0.0', now: 'none', least: 6 },
])('$operation that is killed', { timeout: 60_000 }, ({ operation, before, pack, old, now, least }) => {
  test('before any step leaves the old pack or the new one, and can be done again', async () => {
    const prepared = storeAt(join(newFolder(), 'packs'));
    for (const version of before) await changeStore(prepared, 'update', demoPack(version));
    const path = pack === '' ? '' : demoPack(pack);
    const found: string[] = [];
    for (let killAt = 1; ; killAt++) {
      const root = newFolder();
      if (existsSync(join(prepared.packs, '..')))
        cpSync(join(prepared.packs, '..'), root, { recursive: true });
      const store = storeAt(join(root, 'packs'));
      if (!isKilled(store, operation, path, killAt)) break;
      const version = await versionIn(store);
      found.push(version);
      if (version === old) await changeStore(store, operation, path);
      expect(await versionIn(store)).toBe(now);
      await changeStore(store, 'update', demoPack('3.0.0'));
      expect(await versionIn(store)).toBe('3.0.0');
      expect(readdirSync(hidden(store)).filter((name) => name !== 'previous' && name !== 'stage')).toEqual(
        [],
      );
      expect(existsSync(hidden(store, 'stage')) ? readdirSync(hidden(store, 'stage')) : []).toEqual([]);
    }
    expect(found.length).toBeGreaterThanOrEqual(least);
    // Never back again once it is there.
    expect(found).toEqual([...found.filter((each) => each === old), ...found.filter((each) => each === now)]);
    expect(new Set(found)).toEqual(new Set([old, now]));
  });
});

test('of two installs of one pack at once one wins, and the other is told', { timeout: 30_000 }, async () => {
  const store = storeAt(join(newFolder(), 'packs'));
  const path = demoPack('1.0.0');
  const runs = [1, 2].map(
    () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, [program, store.packs, '0', 'install', path]);
        let said = '';
        child.stderr.on('data', (chunk) => {
          said += chunk;
        });
        child.on('close', () => resolve(said));
      }),
  );
  expect((await Promise.all(runs)).sort()).toEqual(['', 'already_installed: demo is installed already']);
  expect(await versionIn(store)).toBe('1.0.0');
});
