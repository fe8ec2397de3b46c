import { spawnSync } from 'node:child_process';
import { repoRoot } from './repo-root.ts';

/** Runs a command at the root of the checkout, its output shown as it comes; returns whether it exited with 0. */
export function run(command: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: repoRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}
