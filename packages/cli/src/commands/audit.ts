import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lastLines, verifyJournal } from '@packwright/engine';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import type { Io } from '../io.ts';
import { isSystemError } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';

const LOOK_BACK = 64 * 1024 * 1024;

/** `packwright audit`. */
export const command = defineCommand({
  usage: 'audit verify|tail [FILE]',
  about: [
    'verify holds every line of a journal against the hash of the line before: what was changed, taken out or put in is found.',
    'Lines cut off at the end, and another file in place of the journal, are not: keep the last hash elsewhere.',
    'tail prints the last lines as they are.',
    '',
    'Exit code: 0 the chain holds, 1 it is broken, 2 wrong usage or no journal.',
  ],
  flags: {
    lines: { type: 'string', value: 'COUNT', describe: 'how many lines tail prints (default: 10)' },
    config: hostFlags.config,
    state: hostFlags.state,
  },
  operands: { least: 1, most: 2 },
  examples: [
    ['packwright audit verify', 'the journal of this user'],
    ['packwright audit tail --lines 3', 'what was run last'],
  ],
  async run({ flags, operands: [what = '', file] }, io) {
    const path =
      file === undefined
        ? join((await hostOf(flags, io)).trust.state, 'journal.jsonl')
        : resolve(io.cwd, file);
    if (what !== 'verify' && what !== 'tail') {
      const hint = 'write packwright audit verify, or packwright audit tail';
      throw new UsageError(`"${what}" is nothing that can be done with a journal`, hint, {
        word: what,
        among: ['verify', 'tail'],
      });
    }
    requireJournal(path);
    return what === 'verify' ? verify(path, io) : tail(path, countOf(flags.lines), io);
  },
});

function requireJournal(path: string): void {
  try {
    statSync(path);
  } catch (error) {
    if (!isSystemError(error) || (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')) throw error;
    const hint = 'it begins with the first run; --state or the name of its file say where another one is';
    throw new UsageError(`there is no journal "${path}"`, hint);
  }
}

async function verify(path: string, io: Io): Promise<number> {
  const verdict = await verifyJournal(path);
  if (verdict.ok) {
    await io.stdout.write(`${verdict.lines} ${verdict.lines === 1 ? 'line holds' : 'lines hold'}\n`);
    return exitCode.ok;
  }
  await io.stderr.write(`${visible(path)}:${verdict.line}: the line ${verdict.message}\n`);
  await io.stderr.write(`  ${visible(verdict.hint)}\n`);
  return exitCode.findings;
}

async function tail(path: string, count: number, io: Io): Promise<number> {
  const lines = count === 0 ? [] : lastLines(path, LOOK_BACK).slice(-count);
  await io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return exitCode.ok;
}

function countOf(lines = '10'): number {
  if (/^[0-9]{1,6}$/.test(lines)) return Number(lines);
  throw new UsageError(`"${lines}" is no count of lines`, 'write a whole number');
}
