import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Io } from './io.ts';

/** Whether a word can name an executable; anything else could lead out of the PATH. */
export const canBePlugIn = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);

/** The executable `packwright-NAME` on the PATH, or undefined when there is none. */
export function findPlugIn(name: string, { env }: Pick<Io, 'env'>): string | undefined {
  if (!canBePlugIn(name)) return undefined;
  const file = `packwright-${name}${process.platform === 'win32' ? '.exe' : ''}`;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, file)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs it in place of this process: same streams, arguments as given, its exit code. Rejects when it cannot start. */
export function runPlugIn(
  file: string,
  args: readonly string[],
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', cwd: io.cwd, env: { ...io.env } });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const settled = (): void => {
      for (const signal of FORWARDED) process.off(signal, forward);
    };
    child.on('error', (error) => {
      settled();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      settled();
      // A shell reports death by a signal this way.
      resolve(code ?? 128 + (signal ? system.signals[signal] : 0));
    });
  });
}
