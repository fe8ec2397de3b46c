import { statSync } from 'node:fs';
import type { CommandPlan } from '../plan/command-plan.ts';
import { Executor } from './executor.ts';
import { findProgram } from './find-program.ts';
import { Guard } from './guard.ts';

/**
 * What a program says with `--version`, or with another argument, in the first line that is not empty, or nothing; null
 * where there is no such program.
 */
export type ProgramVersions = (program: string, question?: string) => Promise<string | null>;

/**
 * Asks programs of the machine for their versions, each once for as long as its file stays the same, with the variables
 * that actions inherit: some programs choose by them which one they are.
 */
export function programVersions(inheritEnv: readonly string[], guard = new Guard()): ProgramVersions {
  // No file goes with it, so it needs no directory.
  const executor = new Executor({ scratchDirectory: '', inheritEnv, cancelGraceMs: 1_000 }, guard);
  const known = new Map<string, Promise<string>>();
  return async (program, question = '--version') => {
    const state = stateOf(program);
    if (state === null) return null;
    const key = `${state} ${question}`;
    const asked = known.get(key) ?? ask(executor, program, question, () => known.delete(key));
    known.set(key, asked);
    return asked;
  };
}

/** One that does not end by itself has told nothing, and may do so the next time. */
async function ask(
  executor: Executor,
  program: string,
  question: string,
  forget: () => void,
): Promise<string> {
  const outcome = await executor.execute(
    { ...QUESTION, program, argv: [question] },
    { signal: new AbortController().signal, onOutput: () => {} },
  );
  if (outcome.end === 'exited') return firstLine(outcome.stdout.bytes.toString());
  forget();
  return '';
}

const firstLine = (text: string): string => text.split('\n').find((line) => line.trim() !== '') ?? '';

const QUESTION: Omit<CommandPlan, 'program' | 'argv'> = {
  env: {},
  stdin: null,
  cwd: '/',
  user: null,
  files: [],
  timeoutMs: 10_000,
  cancelGraceMs: null,
  maxStdoutBytes: 4096,
  maxStderrBytes: 4096,
  successExitCodes: [],
  output: { parser: 'text', isRequired: false, schema: null },
  secrets: [],
  redactions: [],
  shownArguments: '{}',
};

/** Tells one state of a program's file from another; null where there is none. */
function stateOf(program: string): string | null {
  try {
    const path = findProgram(program, process.env.PATH);
    const { ino, size, mtimeMs } = statSync(path);
    return `${path} ${ino} ${size} ${mtimeMs}`;
  } catch {
    return null;
  }
}
