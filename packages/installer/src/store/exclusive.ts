import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { InstallError } from '../install-error.ts';
import { readIfThere, uniqueName } from './durable.ts';

const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/**
 * Does work that no other process may do at the same time, marked by a file that names the process. A mark whose
 * process is gone counts for nothing. Throws an `InstallError` when another process does not end in five seconds.
 */
export async function exclusively<T>(mark: string, what: string, work: () => T | Promise<T>): Promise<T> {
  await take(mark, what);
  try {
    return await work();
  } finally {
    rmSync(mark, { force: true });
  }
}

async function take(mark: string, what: string): Promise<void> {
  mkdirSync(dirname(mark), { recursive: true });
  const own = `${mark}.${uniqueName()}`;
  writeFileSync(own, identityOf(process.pid) ?? String(process.pid), { flag: 'wx' });
  const end = Date.now() + PATIENCE_MS;
  try {
    while (!isTaken(own, mark)) {
      const holder = readIfThere(mark);
      if (holder === undefined || (!isAlive(holder) && setAside(mark, holder))) continue;
      if (Date.now() > end) {
        const [pid] = holder.split(' ');
        const message = `another packwright, process ${pid}, is at work on ${what}`;
        throw new InstallError('busy', message, 'let it finish, then try again');
      }
      await wait(PAUSE_MS);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether the mark is ours now: linking is one step, and fails where the mark is there. */
function isTaken(own: string, mark: string): boolean {
  try {
    linkSync(own, mark);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead mark away; one that a third process has set meanwhile is put back. */
function setAside(mark: string, holder: string): boolean {
  const aside = `${mark}.${uniqueName()}`;
  try {
    renameSync(mark, aside);
  } catch {
    return true;
  }
  const isSame = readFileSync(aside, 'utf8') === holder;
  if (!isSame) isTaken(aside, mark);
  rmSync(aside, { force: true });
  return isSame;
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(' ')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = identityOf(pid);
  return now === undefined || now === holder;
}

/** A process by its number and the moment it started, since numbers come round again. */
function identityOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${pid} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
