import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../io.ts';

/** Where the private files of runs stand. Other users pass through it, so for root it does not lie in `state`. */
export function scratchDirectory(state: string, { env }: Pick<Io, 'env'>): string {
  if (process.getuid?.() === 0 && process.platform === 'linux') return '/run/packwright';
  return env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'packwright') : join(state, 'run');
}

/** Where settings of the system and of the user stand. */
export function configDirectories({ env }: Pick<Io, 'env'>): readonly string[] {
  const user = env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config');
  return ['/etc/packwright', join(user, 'packwright')];
}
