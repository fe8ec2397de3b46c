import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from './shell-of.ts';

export interface ScriptFault {
  /** The line at which the shell gave up, counted from 1. */
  readonly line: number;
  /** What the shell says. */
  readonly reason: string;
}

const PATIENCE = 10_000;

/** What the machine's own shell says about a script that it reads and does not run; undefined for nothing, or no shell. */
export function parseScript(shell: Shell, bytes: Uint8Array): ScriptFault | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-'));
  const file = join(folder, 'script');
  try {
    writeFileSync(file, bytes);
    // Nothing of our environment, so that neither ENV nor BASH_ENV names a file to run first.
    const env = { PATH: process.env.PATH, LC_ALL: 'C' };
    const { status, stderr } = spawnSync(shell, ['-n', file], { env, encoding: 'utf8', timeout: PATIENCE });
    return status === null || status === 0 ? undefined : faultIn(stderr, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultIn(stderr: string, file: string): ScriptFault {
  const [first = ''] = stderr.split('\n');
  const said = /^(?:line )?(\d+): (.*)$/.exec(first.replace(`${file}: `, ''));
  const [, line = '1', reason = first] = said ?? [];
  return { line: Number(line), reason: reason.charAt(0).toLowerCase() + reason.slice(1) };
}
