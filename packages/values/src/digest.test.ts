import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { portableSha256, type Sha256Factory, sha256Hex } from './digest.ts';

test('the digest of nothing is the published one', () => {
  expect(sha256Hex(new Uint8Array())).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test('pieces give the digest of the whole, with the native hash and with the portable one', () => {
  const native: Sha256Factory = () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  };
  for (const factory of [native, portableSha256]) {
    const hash = factory();
    hash.update(new TextEncoder().encode('a'));
    hash.update(new TextEncoder().encode('bc'));
    expect(hash.hex()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  }
});
