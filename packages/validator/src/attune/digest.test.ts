import { portableSha256 } from '@packwright/values';
import { expect, test } from 'vitest';
import { nodeSha256 } from '../tree/node-sha256.ts';
import { directoryChecksum } from './digest.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

// The vector that the platform and the builder of the index both keep.
test('the checksum of one nested file is the one that upstream expects', () => {
  const files = [{ path: 'nested/file.txt', bytes: bytes('fixture\n') }];
  const expected = 'sha256:e9837162383488cb9b187ea585ce8963634d7d04f75abeb0c43d5456de0d6b13';
  expect(directoryChecksum(files, portableSha256)).toBe(expected);
  expect(directoryChecksum(files, nodeSha256)).toBe(expected);
});

test('the order of the files does not matter', () => {
  const a = { path: 'a', bytes: bytes('1') };
  const b = { path: 'b', bytes: bytes('2') };
  expect(directoryChecksum([b, a], nodeSha256)).toBe(directoryChecksum([a, b], nodeSha256));
});

test('a path and a content that run into each other are told apart', () => {
  const first = [
    { path: 'a', bytes: bytes('bc') },
    { path: 'd', bytes: bytes('') },
  ];
  const second = [
    { path: 'a', bytes: bytes('b') },
    { path: 'cd', bytes: bytes('') },
  ];
  expect(directoryChecksum(first, nodeSha256)).not.toBe(directoryChecksum(second, nodeSha256));
});
