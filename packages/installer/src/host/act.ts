import { userInfo } from 'node:os';
import type { Act } from '@packwright/trust';
import type { HostPlaces } from './host.ts';

/** An act of now, for a reason, by the user of this process; behind sudo also of the one who called it. */
export function actOf({ env }: Pick<HostPlaces, 'env'>, reason: string): Act {
  const by = env.SUDO_USER ? `${env.SUDO_USER} as ${userName()}` : userName();
  return { by, at: new Date().toISOString(), reason };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
