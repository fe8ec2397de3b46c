import { closeSync, fstatSync, openSync } from 'node:fs';
import { sha256 } from '../sha256.ts';
import { lineBefore, readRange } from './journal-tail.ts';
import type { SettledMark } from './settled-mark.ts';

/** A whole line of a journal. */
export interface PlacedLine {
  readonly text: string;
  /** The file it stands in, which may be the one put aside last. */
  readonly file: string;
  /** Where it begins, in bytes. */
  readonly offset: number;
}

/** What an earlier start may not have looked through. */
export interface Unsettled {
  /** Oldest first. */
  readonly lines: readonly PlacedLine[];
  /** The mark for a journal that is settled up to an offset, where a line of it begins or would. */
  markAt(offset: number): SettledMark | undefined;
  /** Where the next line will begin. */
  readonly end: number;
}

const NEWLINE = 0x0a;
/** Of what is further back nothing is told. */
const LOOK_BACK = 8 * 1024 * 1024;

/** The lines behind the mark; of a journal without one, and of the file that was put aside last, those at the end. */
export function unsettledLines(path: string, mark: SettledMark | undefined): Unsettled {
  const current = readBehind(path, mark, LOOK_BACK) ?? NOTHING;
  const { bytes, start, inode, isMarked } = current;
  const before = isMarked || start > 0 ? undefined : readBehind(`${path}.1`, mark, LOOK_BACK - bytes.length);
  const lines = [...linesOf(`${path}.1`, before), ...linesOf(path, current)];
  return {
    lines,
    end: start + bytes.lastIndexOf(NEWLINE) + 1,
    markAt(offset) {
      const line = bytes.subarray(0, offset - start - 1);
      if (offset <= start) return undefined;
      return { inode, offset, hash: sha256(line.subarray(line.lastIndexOf(NEWLINE) + 1)) };
    },
  };
}

interface EndOfFile {
  readonly inode: number;
  readonly bytes: Buffer;
  /** Where the bytes begin. */
  readonly start: number;
  /** Whether they begin at the mark. */
  readonly isMarked: boolean;
}

/** Of a journal that was put aside, and not begun anew yet. */
const NOTHING: EndOfFile = { inode: 0, bytes: Buffer.alloc(0), start: 0, isMarked: false };

function readBehind(path: string, mark: SettledMark | undefined, mostBytes: number): EndOfFile | undefined {
  const file = openIfThere(path);
  if (file === undefined) return undefined;
  try {
    const { size, ino: inode } = fstatSync(file);
    const least = Math.max(0, size - mostBytes);
    if (mark?.inode === inode && mark.offset > 0 && mark.offset >= least && mark.offset <= size) {
      const { offset: start, hash } = mark;
      if (sha256(lineBefore(file, start)) === hash) {
        return { inode, bytes: readRange(file, start, size), start, isMarked: true };
      }
    }
    const bytes = readRange(file, least, size);
    // The first line may be cut.
    const cut = least === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
    return { inode, bytes: bytes.subarray(cut), start: least + cut, isMarked: false };
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What follows the last newline is no line yet. */
function* linesOf(file: string, end: EndOfFile | undefined): Generator<PlacedLine> {
  if (!end) return;
  const { bytes, start } = end;
  let at = 0;
  for (let next = bytes.indexOf(NEWLINE); next !== -1; next = bytes.indexOf(NEWLINE, at)) {
    yield { text: bytes.toString('utf8', at, next), file, offset: start + at };
    at = next + 1;
  }
}
