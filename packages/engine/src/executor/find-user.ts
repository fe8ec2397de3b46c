import { readFileSync } from 'node:fs';
import { StartError } from './start-error.ts';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The user of this machine by name or number, with its primary group. */
export function findUser(user: string, passwd = '/etc/passwd'): User {
  for (const line of readFileSync(passwd, 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) continue;
    if (name === user || uid === user) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError('user_unknown', `there is no user "${user}"`);
}
