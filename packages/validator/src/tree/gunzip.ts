// Node only, and loaded when an archive is read: streams cost more to load than most packs to judge.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** More bytes came, packed or unpacked, than were asked for. */
export class TooManyBytes extends Error {
  readonly code = 'too_many_bytes';
}

/** The content of a gzip stream. Stops reading with `TooManyBytes` once there are more than `most`. */
export async function gunzip(packed: Bytes, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await pipeline(Readable.from(limited(packed, most)), createGunzip(), async (unpacked) => {
    for await (const chunk of limited(unpacked, most)) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

async function* limited(bytes: Bytes, most: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.length;
    if (count > most) throw new TooManyBytes();
    yield chunk;
  }
}
