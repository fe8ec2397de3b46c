import { expect, test } from 'vitest';
import { codeOf, ONE, REDIS, TWO } from '../fixtures/packs.ts';
import { isSignedBy, newKeyPair, publicKeyOf } from './key.ts';
import { signPack, verifyPack } from './pack-signature.ts';

const pair = newKeyPair();
const other = newKeyPair();
const signed = { pack: REDIS, digest: ONE };
const signature = signPack(signed, pair.secretKey);

test('a signature holds for these bytes of this version, and for a key that counts', () => {
  expect(verifyPack(signed, signature, [other.publicKey, pair.publicKey])).toEqual({
    ok: true,
    value: pair.publicKey,
  });
  expect(codeOf(verifyPack(signed, signature, [other.publicKey]))).toBe('signature_unknown');
  expect(codeOf(verifyPack({ ...signed, digest: TWO }, signature, [pair.publicKey]))).toBe('signature_wrong');
  const newer = { ...signed, pack: { ...REDIS, version: '2.0.0' } };
  expect(codeOf(verifyPack(newer, signature, [pair.publicKey]))).toBe('signature_wrong');
});

test('a signature that is missing or damaged is said to be so', () => {
  expect(codeOf(verifyPack(signed, undefined, [pair.publicKey]))).toBe('signature_missing');
  expect(codeOf(verifyPack(signed, signature?.slice(0, -9), [pair.publicKey]))).toBe('signature_malformed');
});

test('no key in the settings means that no signature counts', () => {
  expect(codeOf(verifyPack(signed, signature, []))).toBe('signature_unknown');
});

test('a public key follows from its secret key alone', () => {
  expect(publicKeyOf(pair.secretKey)).toBe(pair.publicKey);
  expect(publicKeyOf(pair.publicKey)).toBeUndefined();
});

// RFC 8032, section 7.1, test 2.
test('signatures are Ed25519 as everyone has it', () => {
  const key = 'ed25519:PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw';
  const text = 'kqAJqfDUyrhyDoILX2QlQKKye1QWUD-Ps3YiI-vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA';
  expect(isSignedBy(Uint8Array.of(0x72), text, key)).toBe(true);
  expect(isSignedBy(Uint8Array.of(0x73), text, key)).toBe(false);
});
