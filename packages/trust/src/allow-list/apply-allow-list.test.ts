import { expect, test } from 'vitest';
import { emptyTrustFile } from '../empty-trust-file.ts';
import { act, codeOf, NOW, ONE, REDIS, resultOf, TWO } from '../fixtures/packs.ts';
import { newKeyPair } from '../signature/key.ts';
import { standingOf } from '../standing.ts';
import { seePack } from '../transition/see-pack.ts';
import type { AllowList, TrustFile } from '../trust-file.ts';
import { signAllowList } from './allow-list-file.ts';
import { applyAllowList } from './apply-allow-list.ts';

const first = newKeyPair();
const second = newKeyPair();
const terms = { keys: [first.publicKey], graceMs: 0 };
const allowed = { pack: REDIS, digest: ONE, ratings: {}, retired: null };

const list = (change: Partial<AllowList> = {}): AllowList => ({
  schema: 'packwright.allow-list/v1',
  version: 5,
  issued: '2026-02-01T00:00:00Z',
  expires: '2026-04-01T00:00:00Z',
  keys: [first.publicKey],
  packs: [allowed],
  revoked: [],
  ...change,
});
const signed = (body: AllowList, ...keys: readonly string[]) =>
  signAllowList(body, keys.length === 0 ? [first.secretKey] : keys) as string;
const apply = (file: TrustFile, text: string, at = NOW) => applyAllowList(file, text, at, terms);
const see = (file: TrustFile, digest: string, at = NOW, graceMs = 0, unrated: readonly string[] = []) =>
  seePack(file, { pack: REDIS, digest, unrated }, { ...act, at }, { graceMs });
const code = (file: TrustFile, digest: string) => standingOf(file, REDIS, digest).problem?.code ?? 'runs';

const inForce = resultOf(apply(emptyTrustFile, signed(list())));

test('exactly the bytes that a list names become trusted when they are seen', () => {
  expect(code(see(inForce, ONE), ONE)).toBe('runs');
  expect(code(see(inForce, TWO), TWO)).toBe('pack_pending');
});

test('bytes that waited become trusted when they are seen under the list', () => {
  const waiting = see(emptyTrustFile, ONE);
  expect(code(see(resultOf(apply(waiting, signed(list()))), ONE), ONE)).toBe('runs');
});

test('a list has to be signed by a key that is held', () => {
  expect(codeOf(apply(emptyTrustFile, signed(list(), second.secretKey)))).toBe('list_unsigned');
  expect(codeOf(apply(emptyTrustFile, 'no envelope'))).toBe('list_malformed');
  const envelope = JSON.parse(signed(list()));
  const other = JSON.parse(signed(list({ version: 6 }), second.secretKey));
  const mixed = JSON.stringify({ ...envelope, payload: other.payload });
  expect(codeOf(apply(emptyTrustFile, mixed))).toBe('list_unsigned');
});

test('a lower version is refused, and so is another list with the same version', () => {
  expect(codeOf(apply(inForce, signed(list({ version: 4 }))))).toBe('list_lower');
  expect(codeOf(apply(inForce, signed(list({ packs: [] }))))).toBe('list_changed');
  expect(resultOf(apply(inForce, signed(list())))).toBe(inForce);
});

test('revoked bytes stay revoked when an older list comes back, and when a newer one names them', () => {
  const body = list({ version: 6, packs: [], revoked: [{ digest: ONE, reason: 'stolen key' }] });
  const revoked = resultOf(apply(see(inForce, ONE), signed(body)));
  expect(code(revoked, ONE)).toBe('pack_revoked');
  expect(codeOf(apply(revoked, signed(list())))).toBe('list_lower');
  const renamed = resultOf(apply(revoked, signed(list({ version: 7 }))));
  expect(code(see(renamed, ONE), ONE)).toBe('pack_revoked');
});

test('bytes that only a list trusted wait again when it no longer names them', () => {
  const without = resultOf(apply(see(inForce, ONE), signed(list({ version: 6, packs: [] }))));
  expect(code(without, ONE)).toBe('pack_pending');
  expect(code(see(without, ONE), ONE)).toBe('pack_pending');
});

test('after expiry what was trusted runs on, and nothing else becomes trusted', () => {
  const late = '2026-04-01T00:00:01Z';
  expect(code(see(see(inForce, ONE), ONE, late), ONE)).toBe('runs');
  expect(code(see(inForce, ONE, late), ONE)).toBe('pack_pending');
  expect(code(see(inForce, ONE, late, 1000), ONE)).toBe('runs');
  expect(codeOf(apply(emptyTrustFile, signed(list()), late))).toBe('list_expired');
});

test('a list of tomorrow is refused', () => {
  expect(codeOf(apply(emptyTrustFile, signed(list({ issued: '2026-03-02T00:00:00Z' }))))).toBe('list_early');
});

test('a new key comes with two signatures, and then signs alone', () => {
  const rotation = list({ version: 6, keys: [second.publicKey] });
  expect(codeOf(apply(inForce, signed(rotation)))).toBe('list_key_unproven');
  const rotated = resultOf(apply(inForce, signed(rotation, first.secretKey, second.secretKey)));
  expect(codeOf(apply(rotated, signed(list({ version: 7 }))))).toBe('list_unsigned');
  const next = signed(list({ version: 7, keys: [second.publicKey] }), second.secretKey);
  expect(codeOf(apply(rotated, next))).toBe('ok');
});

test('a version that a list retires does not run, whether it was seen before or not', () => {
  const body = list({ version: 6, packs: [{ ...allowed, retired: 'superseded' }] });
  expect(code(resultOf(apply(see(inForce, ONE), signed(body))), ONE)).toBe('pack_retired');
  expect(code(see(resultOf(apply(emptyTrustFile, signed(body))), ONE), ONE)).toBe('pack_retired');
});

test('bytes with unrated actions become trusted only when the list rates each', () => {
  expect(code(see(inForce, ONE, NOW, 0, ['redis.x']), ONE)).toBe('pack_pending');
  const body = list({ version: 6, packs: [{ ...allowed, ratings: { 'redis.x': 'low' } }] });
  const rated = see(resultOf(apply(inForce, signed(body))), ONE, NOW, 0, ['redis.x']);
  expect(standingOf(rated, REDIS, ONE)).toMatchObject({ problem: null, ratings: { 'redis.x': 'low' } });
});
