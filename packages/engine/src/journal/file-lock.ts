import { lstatSync, readFileSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ownStartTime, startTimeOf } from '../executor/start-time-of.ts';

const LONGEST_WAIT_MS = 10_000;
const LONGEST_PAUSE_MS = 50;

/** Another process holds a lock for longer than anybody wanted to wait. */
export class LockHeldError extends Error {
  readonly code = 'lock_held';
  readonly pid: number;

  constructor(path: string, holder: string) {
    const pid = Number(holder.split(' ')[0]);
    super(`"${path}" is held by process ${pid} for too long`);
    this.name = 'LockHeldError';
    this.pid = pid;
  }
}

/**
 * Takes a lock that processes of one machine share, marked by a symbolic link whose target names the process: it is made
 * in one step, whole, and not where one is there. Resolves to what releases it. A mark whose process is gone counts for
 * nothing. Rejects with a `LockHeldError` after the longest wait.
 */
export async function lockFile(path: string, longestWaitMs = LONGEST_WAIT_MS): Promise<() => void> {
  const deadline = Date.now() + longestWaitMs;
  for (let pause = 2; !setMark(path, identity()); pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const holder = readMark(path);
    if (holder === undefined || (isGone(holder) && clear(path, holder))) continue;
    if (Date.now() > deadline) throw new LockHeldError(path, holder);
    await wait(pause * (1 + Math.random()));
  }
  return () => release(path);
}

const identity = (): string => `${process.pid} ${ownStartTime()}`;

/** Whether the mark is ours now. */
function setMark(path: string, holder: string): boolean {
  try {
    symlinkSync(holder, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Somebody may have taken it away by hand. */
function release(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Undefined where there is none. A file in its place says what a link would. */
function readMark(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Numbers come round again, so the moment a process started belongs to its identity. */
function isGone(holder: string): boolean {
  const [pid, start] = holder.split(' ');
  return String(startTimeOf(Number(pid)) ?? '') !== start;
}

/**
 * Takes a dead mark away, and says whether that was done. One at a time does it: of two who found it dead, the slower
 * would take the mark that the quicker has set meanwhile.
 */
function clear(path: string, dead: string): boolean {
  const clearing = `${path}.clearing`;
  if (!setMark(clearing, identity())) {
    const other = readMark(clearing);
    if (other !== undefined && isGone(other)) release(clearing);
    return false;
  }
  try {
    if (readMark(path) === dead) release(path);
  } finally {
    release(clearing);
  }
  return true;
}
