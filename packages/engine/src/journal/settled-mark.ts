import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseJsonText } from '@packwright/values';

/**
 * How far a journal has been looked through: of what stands before, an earlier start has told. It is a shortcut only;
 * one that is lost or does not fit the journal costs time.
 */
export interface SettledMark {
  readonly inode: number;
  /** In bytes, where a line begins. */
  readonly offset: number;
  /** The hash of the line before. */
  readonly hash: string;
}

const markPath = (journal: string): string => `${journal}.settled`;

/** The mark of a journal; undefined where there is none that can be read. */
export function readMark(journal: string): SettledMark | undefined {
  try {
    const mark = parseJsonText(readFileSync(markPath(journal), 'utf8')) as Partial<SettledMark> | undefined;
    const { inode, offset, hash } = mark ?? {};
    const isWhole = Number.isSafeInteger(inode) && Number.isSafeInteger(offset) && typeof hash === 'string';
    return isWhole ? (mark as SettledMark) : undefined;
  } catch {
    return undefined;
  }
}

export function writeMark(journal: string, { inode, offset, hash }: SettledMark): void {
  const temporary = `${markPath(journal)}.${process.pid}`;
  try {
    writeFileSync(temporary, `${JSON.stringify({ inode, offset, hash })}\n`, { mode: 0o600 });
    renameSync(temporary, markPath(journal));
  } catch {
    // The next start looks through the same lines again.
  }
}
