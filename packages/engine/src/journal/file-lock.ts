import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
 * Takes a lock that processes of one machine share, marked by a file that names the process; resolves to what releases
 * it. A mark whose process is gone counts for nothing. Rejects with a `LockHeldError` after the longest wait.
 */
export async function lockFile(path: string, longestWaitMs = LONGEST_WAIT_MS): Promise<() => void> {
  const deadline = Date.now() + longestWaitMs;
  const own = uniqueBeside(path);
  // Written whole before it is linked, so that nobody ever reads a mark that names no process.
  writeFileSync(own, identity(), { flag: 'wx', mode: 0o600 });
  try {
    for (let pause = 2; !isLinked(own, path); pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
      const holder = readMark(path);
      if (holder === undefined || (isGone(holder) && setAside(path, holder))) continue;
      if (Date.now() > deadline) throw new LockHeldError(path, holder);
      await wait(pause * (1 + Math.random()));
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** Every line of a journal takes a lock, so what does not change in a process is found out once. */
const identity = once(() => `${process.pid} ${startTimeOf(process.pid) ?? 0}`);
const nonce = once(() => randomBytes(8).toString('hex'));
let marks = 0;

const uniqueBeside = (path: string): string => `${path}.${nonce()}${marks++}`;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether the mark is ours now: linking is one step, and fails where the mark is there. */
function isLinked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readMark(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
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

/** Takes a dead mark away; one that a third process has set meanwhile is put back. */
function setAside(path: string, holder: string): boolean {
  const aside = uniqueBeside(path);
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const isSame = readMark(aside) === holder;
  if (!isSame) isLinked(aside, path);
  rmSync(aside, { force: true });
  return isSame;
}
