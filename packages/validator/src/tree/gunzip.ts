// Node only, and loaded when an archive is read: streams cost more to load than most packs to judge.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Bytes, isBomb, READING } from './reading-limits.ts';

/** The content of a gzip stream, as far as it is read. */
export interface Gunzipped {
  readonly bytes: Uint8Array;
  /** How many bytes it was packed into. */
  readonly packed: number;
  /** Whether more came than is read. */
  readonly isCut: boolean;
}

class Enough extends Error {}

/** Reads a gzip stream up to the limits; rejects with what zlib says of a damaged one, or with what the source throws. */
export async function gunzip(source: Bytes): Promise<Gunzipped> {
  const chunks: Uint8Array[] = [];
  let packed = 0;
  let count = 0;
  const counted = async function* () {
    for await (const chunk of source) {
      packed += chunk.length;
      if (packed > READING.packedBytes) throw new Enough();
      yield chunk;
    }
  };
  const collect = async (unpacked: AsyncIterable<Uint8Array>) => {
    for await (const chunk of unpacked) {
      count += chunk.length;
      if (count > READING.tarBytes) throw new Enough();
      if (count > READING.bombBytes && isBomb(count, packed)) throw new Enough();
      chunks.push(chunk);
    }
  };
  let isCut = false;
  try {
    await pipeline(Readable.from(counted()), createGunzip(), collect);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    isCut = true;
  }
  return { bytes: Buffer.concat(chunks), packed, isCut };
}
