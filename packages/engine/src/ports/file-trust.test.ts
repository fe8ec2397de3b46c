import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyTrustFile, seePack, trustPack, writeTrustFile } from '@packwright/trust';
import { afterAll, expect, test } from 'vitest';
import { fileTrust } from './file-trust.ts';

const folder = mkdtempSync(join(tmpdir(), 'packwright-trust-'));
const path = join(folder, 'trust.json');
const pack = { format: 'emisar', id: 'demo', version: '1.0.0' };
const [one, other] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];

afterAll(() => rmSync(folder, { recursive: true }));

/** A file that trusts the pack with one digest. */
function trusting(digest: string): string {
  const seen = { pack, digest, unrated: [] };
  const act = { by: 'ada', at: '2026-03-01T12:00:00.000Z', reason: '' };
  const outcome = trustPack(
    seePack(emptyTrustFile, seen, act, { graceMs: 0 }),
    { ...seen, ratings: {} },
    act,
  );
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return writeTrustFile(outcome.value);
}

test('what another process wrote counts at the next look, also when size and time of the file stay', async () => {
  writeFileSync(path, trusting(one));
  const trust = fileTrust(path);
  const standings = async () => [
    (await trust.standingOf(pack, one)).state,
    (await trust.standingOf(pack, other)).state,
  ];
  expect(await standings()).toEqual(['trusted', 'pending']);
  const { atime, mtime } = statSync(path);
  writeFileSync(path, trusting(other));
  utimesSync(path, atime, mtime);
  expect(await standings()).toEqual(['pending', 'trusted']);
});

test('what was read before hides neither damage nor a file that is gone', async () => {
  writeFileSync(path, trusting(one));
  const trust = fileTrust(path);
  expect((await trust.standingOf(pack, one)).problem).toBe(null);
  writeFileSync(path, '{');
  expect((await trust.standingOf(pack, one)).problem?.message).toContain(path);
  rmSync(path);
  expect((await trust.standingOf(pack, one)).state).toBe('pending');
});

test('all that the file says is at hand, and is read once as long as nobody writes', () => {
  writeFileSync(path, trusting(one));
  const trust = fileTrust(path);
  const first = trust.file();
  expect(first).toMatchObject({ ok: true, value: { packs: [{ pack }] } });
  expect(trust.file()).toBe(first);
  writeFileSync(path, trusting(other));
  expect(trust.file()).not.toBe(first);
});
