import { randomBytes } from 'node:crypto';
import { readlinkSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startTimeOf } from '../executor/start-time-of.ts';

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
    if (holder === undefined || (isGone(holder) && setAside(path, holder))) continue;
    if (Date.now() > deadline) throw new LockHeldError(path, holder);
    await wait(pause * (1 + Math.random()));
  }
  return () => release(path);
}

/** Every line of a journal takes a lock, so what does not change in a process is found out once. */
const identity = once(() => `${process.pid} ${startTimeOf(process.pid) ?? 0}`);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

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

/** Undefined where there is none. What is no link names nobody. */
function readMark(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EINVAL') return '';
    throw error;
  }
}

/** Numbers come round again, so the moment a process started belongs to its identity. */
function isGone(holder: string): boolean {
  const [pid, start] = holder.split(' ');
  return String(startTimeOf(Number(pid)) ?? '') !== start;
}

/** Takes a dead mark away; one that a third process has set meanwhile is put back. */
function setAside(path: string, holder: string): boolean {
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const taken = readMark(aside);
  const isSame = taken === holder;
  if (!isSame && taken !== undefined) setMark(path, taken);
  release(aside);
  return isSame;
}
