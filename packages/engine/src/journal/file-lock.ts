import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startTimeOf } from '../executor/start-time-of.ts';
import { JournalError } from './journal-error.ts';

const LONGEST_WAIT_MS = 10_000;

/** Takes a lock that processes of one machine share; resolves to what releases it. One left by a dead process is taken. */
export async function lockFile(path: string, longestWaitMs = LONGEST_WAIT_MS): Promise<() => void> {
  const deadline = Date.now() + longestWaitMs;
  for (;;) {
    if (tryLock(path)) return () => rmSync(path, { force: true });
    if (isStale(path)) rmSync(path, { force: true });
    else if (Date.now() > deadline)
      throw new JournalError(`"${path}" is held by another process for too long`);
    else await wait(2 + Math.random() * 4);
  }
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${process.pid} ${startTimeOf(process.pid) ?? 0}`);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(path: string): boolean {
  try {
    const [pid, start] = readFileSync(path, 'utf8').split(' ');
    // Empty for a moment, while its owner writes into it.
    if (pid === undefined || start === undefined) return false;
    return String(startTimeOf(Number(pid)) ?? '') !== start;
  } catch {
    return false;
  }
}
