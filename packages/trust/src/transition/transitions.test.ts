import { describe, expect, test } from 'vitest';
import { emptyTrustFile } from '../empty-trust-file.ts';
import { act, codeOf, ONE, REDIS, resultOf, TWO } from '../fixtures/packs.ts';
import { readTrustFile, writeTrustFile } from '../read-trust-file.ts';
import { standingOf } from '../standing.ts';
import type { TrustFile } from '../trust-file.ts';
import { ratePack, rejectPack, retirePack, revokePack, trustPack } from './decide.ts';
import { seePack } from './see-pack.ts';

const see = (file: TrustFile, digest: string, unrated: readonly string[] = []) =>
  seePack(file, { pack: REDIS, digest, unrated }, act, { graceMs: 0 });
const trust = (file: TrustFile, digest: string) =>
  trustPack(file, { pack: REDIS, digest, unrated: [], ratings: {} }, act);
const standing = (file: TrustFile, digest: string) => {
  const { state, isDrifted, problem } = standingOf(file, REDIS, digest);
  return [state, isDrifted, problem?.code ?? 'runs'];
};

const seen = see(emptyTrustFile, ONE);
const trusted = resultOf(trust(seen, ONE));

test('what was never seen does not run', () => {
  expect(standing(emptyTrustFile, ONE)).toEqual(['pending', false, 'pack_pending']);
});

test('bytes that are seen wait, and run once they are trusted', () => {
  expect(standing(seen, ONE)).toEqual(['pending', false, 'pack_pending']);
  expect(standing(trusted, ONE)).toEqual(['trusted', false, 'runs']);
});

test('seeing the same bytes again changes nothing', () => {
  expect(see(seen, ONE)).toBe(seen);
  expect(see(trusted, ONE)).toBe(trusted);
});

describe('drift', () => {
  const drifted = see(trusted, TWO);

  test('keeps both digests from running until a person decides', () => {
    expect(standing(drifted, TWO)).toEqual(['pending', true, 'pack_drifted']);
    expect(standing(drifted, ONE)).toEqual(['pending', false, 'pack_pending']);
  });

  test('is refused even before anyone took note of it', () => {
    expect(standing(trusted, TWO)).toEqual(['pending', true, 'pack_drifted']);
  });

  test('ends when the new bytes are trusted', () => {
    const file = resultOf(trust(drifted, TWO));
    expect(standing(file, TWO)).toEqual(['trusted', false, 'runs']);
    expect(standing(file, ONE)).toEqual(['pending', true, 'pack_drifted']);
  });

  test('that is rejected gives trust back to the old bytes alone', () => {
    const file = resultOf(rejectPack(drifted, REDIS, act));
    expect(standing(file, ONE)).toEqual(['trusted', false, 'runs']);
    expect(standing(file, TWO)).toEqual(['pending', true, 'pack_drifted']);
    expect(see(file, TWO)).toBe(file);
  });

  test('ends when the old bytes are back', () => {
    expect(standing(see(drifted, ONE), ONE)).toEqual(['trusted', false, 'runs']);
  });
});

test('bytes that were never trusted are rejected, and others of the version wait again', () => {
  const rejected = resultOf(rejectPack(seen, REDIS, act));
  expect(standing(rejected, ONE)).toEqual(['rejected', false, 'pack_rejected']);
  expect(standing(see(rejected, TWO), TWO)).toEqual(['pending', false, 'pack_pending']);
});

test('nothing can be rejected where nothing waits', () => {
  expect(codeOf(rejectPack(trusted, REDIS, act))).toBe('pack_unknown');
});

test('revoked bytes can never be trusted again, other bytes of the version can', () => {
  const revoked = resultOf(revokePack(trusted, REDIS, { ...act, reason: 'stolen key' }));
  expect(standing(revoked, ONE)).toEqual(['revoked', false, 'pack_revoked']);
  expect(codeOf(trust(revoked, ONE))).toBe('digest_revoked');
  const replaced = see(revoked, TWO);
  expect(standing(replaced, TWO)[2]).toBe('pack_revoked');
  expect(standing(resultOf(trust(replaced, TWO)), TWO)).toEqual(['trusted', false, 'runs']);
});

test('a retired version runs again only for a reason', () => {
  const retired = resultOf(retirePack(trusted, REDIS, { ...act, reason: 'superseded' }));
  expect(standingOf(retired, REDIS, ONE).problem?.message).toBe('redis 1.0.0 is retired: superseded');
  expect(codeOf(trust(retired, ONE))).toBe('reason_missing');
  const request = { pack: REDIS, digest: ONE, unrated: [], ratings: {} };
  const again = resultOf(trustPack(retired, request, { ...act, reason: 'until Friday' }));
  expect(standing(again, ONE)).toEqual(['trusted', false, 'runs']);
});

test('nothing is revoked or retired without a reason', () => {
  expect(revokePack(trusted, REDIS, act)).toEqual({
    ok: false,
    problem: {
      code: 'reason_missing',
      message: 'revoking redis 1.0.0 is final',
      hint: 'say with `--reason` why it may never run again; the history keeps it',
    },
  });
  expect(retirePack(trusted, REDIS, act)).toEqual({
    ok: false,
    problem: {
      code: 'reason_missing',
      message: 'redis 1.0.0 is not retired yet',
      hint: 'say with `--reason` why it has to stop running; the history keeps it',
    },
  });
});

test('what was revoked is not retired', () => {
  const revoked = resultOf(revokePack(trusted, REDIS, { ...act, reason: 'stolen key' }));
  expect(codeOf(retirePack(revoked, REDIS, { ...act, reason: 'superseded' }))).toBe('digest_revoked');
});

describe('unrated actions', () => {
  const request = { pack: REDIS, digest: ONE, unrated: ['a.b', 'a.c'], ratings: {} };
  const rated = resultOf(trustPack(seen, { ...request, ratings: { 'a.b': 'low', 'a.c': 'high' } }, act));

  test('each need a rating, and no others take one', () => {
    expect(trustPack(seen, request, act)).toMatchObject({
      problem: { code: 'rating_missing', message: '2 actions have no rating: a.b, a.c' },
    });
    const stray = trustPack(seen, { ...request, ratings: { 'a.bb': 'low' } }, act);
    expect(stray).toMatchObject({ problem: { code: 'rating_unknown', hint: 'did you mean "a.b"?' } });
  });

  test('keep their rating with the bytes, and lose it with drift', () => {
    expect(standingOf(rated, REDIS, ONE).ratings).toEqual({ 'a.b': 'low', 'a.c': 'high' });
    const drifted = see(rated, TWO);
    expect(standingOf(drifted, REDIS, TWO).ratings).toEqual({});
    expect(standingOf(see(drifted, ONE), REDIS, ONE).ratings).toEqual({});
  });

  test('can be rated anew while the bytes are trusted', () => {
    const higher = resultOf(ratePack(rated, { ...request, ratings: { 'a.b': 'critical' } }, act));
    expect(standingOf(higher, REDIS, ONE).ratings).toEqual({ 'a.b': 'critical', 'a.c': 'high' });
    expect(codeOf(ratePack(seen, request, act))).toBe('pack_pending');
  });
});

test('the history says who did what, when and why', () => {
  const [entry] = resultOf(revokePack(trusted, REDIS, { ...act, reason: 'stolen key' })).packs;
  expect(entry?.history.map(({ event, by, reason }) => [event, by, reason])).toEqual([
    ['seen', 'operator ada', ''],
    ['trusted', 'operator ada', ''],
    ['revoked', 'operator ada', 'stolen key'],
  ]);
});

test('a trust file reads as it was written; a damaged one is never an empty one', () => {
  expect(resultOf(readTrustFile(writeTrustFile(trusted)))).toEqual(trusted);
  expect(codeOf(readTrustFile(''))).toBe('file_malformed');
  const text = writeTrustFile(trusted).replace('"trusted"', '"trustee"');
  expect(readTrustFile(text)).toMatchObject({
    problem: { message: 'trust.json:10: the trust file is damaged at "packs.0.state"' },
  });
});
