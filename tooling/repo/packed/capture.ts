import { spawnSync } from 'node:child_process';

export interface Captured {
  readonly ok: boolean;
  /** Standard output and standard error, one after the other. */
  readonly output: string;
}

/** Runs a command to its end in a folder, without showing its output. */
export function capture(cwd: string, command: readonly string[]): Captured {
  const [program = '', ...args] = command;
  // npm tells the scripts it runs where its own project is, and would believe it again here.
  const { npm_config_local_prefix: _, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}` };
}

/** Like `capture`, and throws with the output where the command fails. */
export function captureOrThrow(cwd: string, command: readonly string[]): string {
  const { ok, output } = capture(cwd, command);
  if (!ok) throw new Error(`${command.join(' ')} failed:\n${output}`);
  return output;
}
