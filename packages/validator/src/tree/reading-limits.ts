export type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const MIB = 1024 * 1024;

/** How much of an archive is read at most, whatever format it turns out to hold. */
export const READING = {
  /** One more than any format takes (specs/evershell 1.2), to show that there are more. */
  entries: 10_001,
  packedBytes: 100 * MIB,
  /** 100 MiB of content, and what systems leave behind and formats strip. */
  contentBytes: 128 * MIB,
  /** With the headers and the padding of a tar file. */
  tarBytes: 128 * MIB + 10_001 * 2048,
  /** A file of more than a MiB that is packed better than 200 to 1 is a bomb. */
  ratio: 200,
  leastBombBytes: MIB,
  /** A bomb is not followed further than this. */
  bombBytes: 41 * MIB,
} as const;

/** Whether so many packed bytes became suspiciously many. */
export function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > READING.leastBombBytes && unpacked > READING.ratio * packed;
}
