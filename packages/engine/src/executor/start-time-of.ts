import { readFileSync } from 'node:fs';

/** When a process that lives started, in ticks since boot; undefined for one that is dead, a zombie or unknown. */
export function startTimeOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? 0 : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; the fields begin behind the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : Number(fields[19]);
  } catch {
    return undefined;
  }
}

let own: number | undefined;

/** When this process started; 0 where that cannot be told. */
export function ownStartTime(): number {
  own ??= startTimeOf(process.pid) ?? 0;
  return own;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
