import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readShellFault, type ShellFault } from './shell-fault.ts';

const PATIENCE = 10_000;
const MOST_WORDS = 65_536;

export interface ShellParse {
  /** The absolute path of the shell. */
  readonly program: string;
  /** A private folder for the file that the shell reads; from a pipe bash would tell no lines. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** What a shell says about a script that it reads and does not run; undefined when it has nothing to say. */
export async function parseWithShell(
  bytes: Uint8Array,
  { program, folder, signal }: ShellParse,
): Promise<ShellFault | undefined> {
  const file = join(folder, randomUUID());
  await writeFile(file, bytes, { mode: 0o600 });
  try {
    const { code, stderr } = await run(program, [...optionsFor(program, bytes), '-n', file], signal);
    return code === null || code === 0 ? undefined : readShellFault(stderr, file);
  } finally {
    await rm(file, { force: true });
  }
}

/** Extended globs change what bash can parse, and `shopt` in the script is not run here. */
function optionsFor(program: string, bytes: Uint8Array): readonly string[] {
  return program.endsWith('bash') && new TextDecoder('latin1').decode(bytes).includes('extglob')
    ? ['-O', 'extglob']
    : [];
}

function run(
  program: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      // Nothing of our environment, so that neither ENV nor BASH_ENV names a file to run first.
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    });
    let stderr = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      if (stderr.length < MOST_WORDS) stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}
