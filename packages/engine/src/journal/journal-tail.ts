import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

/** The end of a journal that is sound. */
export interface JournalTail {
  /** The last line without its newline; null for an empty file. */
  readonly last: Buffer | null;
  readonly size: number;
}

const BLOCK = 65_536;
const NEWLINE = 0x0a;

/** Cuts off a last line that has no end, left by a machine that failed while it wrote, and returns the one before. */
export function repairTail(path: string): JournalTail {
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const end = lastNewline(file, size) + 1;
    if (end < size) ftruncateSync(file, end);
    return { last: end === 0 ? null : lineBefore(file, end), size: end };
  } finally {
    closeSync(file);
  }
}

/** The line, without its newline, that ends at an offset above 0. */
export const lineBefore = (file: number, end: number): Buffer =>
  readRange(file, lastNewline(file, end - 1) + 1, end - 1);

/** The whole lines within the last bytes of a journal, oldest first. */
export function lastLines(path: string, mostBytes: number): readonly string[] {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Math.max(0, size - mostBytes);
    const lines = readRange(file, start, size).toString('utf8').split('\n');
    // The first one may be cut, and what follows the last newline is no line yet.
    return lines.slice(start === 0 ? 0 : 1, -1);
  } finally {
    closeSync(file);
  }
}

/** The offset of the last newline before `end`, or -1. */
function lastNewline(file: number, end: number): number {
  for (let at = end; at > 0; ) {
    const start = Math.max(0, at - BLOCK);
    const found = readRange(file, start, at).lastIndexOf(NEWLINE);
    if (found !== -1) return start + found;
    at = start;
  }
  return -1;
}

/** Bytes of a file; fewer where it ends before. */
export function readRange(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start);
  let read = 0;
  while (read < bytes.length) {
    const count = readSync(file, bytes, read, bytes.length - read, start + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}
