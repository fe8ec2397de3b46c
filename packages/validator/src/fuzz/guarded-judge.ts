import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { PackEntries } from './promises.ts';

/** What travels to the process and back. */
export interface Question {
  readonly id: number;
  readonly entries: PackEntries;
}

export interface Answer {
  readonly id: number;
  readonly broken: readonly string[];
}

const PATIENCE_MS = 20_000;
const HEAP_MIB = 1024;

/** Judges packs in a process of its own, which is killed when one takes longer than 20 seconds. */
export class GuardedJudge {
  #process: ChildProcess | undefined;
  #asked = 0;

  /** The promises that `open` broke for the pack; that it answered at all, and in time, is one of them. */
  judge(entries: PackEntries): Promise<readonly string[]> {
    this.#process ??= start();
    const child = this.#process;
    // A property that runs out of time leaves its last question open; the answer is not for the next one.
    const id = ++this.#asked;
    return new Promise((resolve) => {
      const answer = (broken: readonly string[]): void => {
        clearTimeout(timer);
        child.off('message', onAnswer).off('exit', onExit);
        resolve(broken);
      };
      const onAnswer = (message: Answer): void => {
        if (message.id === id) answer(message.broken);
      };
      const onExit = (code: number | null, signal: string | null): void => {
        this.#process = undefined;
        answer([`the process ended with ${signal ?? `code ${code}`}`]);
      };
      const timer = setTimeout(() => {
        child.off('exit', onExit).kill('SIGKILL');
        this.#process = undefined;
        answer([`no answer within ${PATIENCE_MS / 1000} s`]);
      }, PATIENCE_MS);
      child.on('message', onAnswer).on('exit', onExit);
      child.send({ id, entries } satisfies Question as never);
    });
  }

  close(): void {
    this.#process?.kill();
  }
}

function start(): ChildProcess {
  return fork(join(import.meta.dirname, 'judge-process.ts'), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MIB}`],
  });
}
