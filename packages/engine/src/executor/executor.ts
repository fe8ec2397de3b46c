import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandPlan, PlannedText } from '../plan/command-plan.ts';
import { Capture } from './capture.ts';
import { environmentOf } from './environment.ts';
import { findProgram } from './find-program.ts';
import { findUser } from './find-user.ts';
import { signalGroup } from './group.ts';
import { Guard } from './guard.ts';
import { privateDirectory, sweepPrivateDirectories } from './private-directory.ts';
import { confine, findSetpriv } from './privileges.ts';
import type { ProcessOutcome } from './process-outcome.ts';
import { StartError } from './start-error.ts';

/** What the operator sets for every process. */
export interface ExecutorSettings {
  /** Absolute path; the private directories of runs stand in it. */
  readonly scratchDirectory: string;
  /** Names of variables that actions inherit beside PATH, LANG, LC_ALL and TERM. */
  readonly inheritEnv: readonly string[];
  /** Between the polite and the hard stop where the action says nothing. */
  readonly cancelGraceMs: number;
}

/** What goes on while a process runs. */
export interface Watcher {
  readonly signal: AbortSignal;
  /** The bytes that are kept, as they come. */
  onOutput(stream: 'stdout' | 'stderr', bytes: Buffer): void;
}

/** Timers of Node fire at once beyond it: 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;
const NOTHING = { bytes: Buffer.alloc(0), total: 0 };

/** Starts processes exactly as planned, without a shell, and stops them. The only one in this project who does. */
export class Executor {
  readonly #settings: ExecutorSettings;
  readonly #guard: Guard;

  constructor(settings: ExecutorSettings, guard = new Guard()) {
    this.#settings = settings;
    this.#guard = guard;
    sweepPrivateDirectories(settings.scratchDirectory);
  }

  /** Runs one plan to its end. Resolves also for a process that could not be started. */
  async execute(plan: CommandPlan, watcher: Watcher): Promise<ProcessOutcome> {
    if (watcher.signal.aborted) return notStarted('cancelled', null);
    const started = performance.now();
    let remove = () => {};
    try {
      const { child, removeFiles } = this.#start(plan);
      remove = removeFiles;
      return await this.#attend(child, plan, watcher, started);
    } catch (error) {
      if (error instanceof StartError) return notStarted('not_started', error.message);
      throw error;
    } finally {
      remove();
    }
  }

  #start(plan: CommandPlan): { readonly child: ChildProcess; readonly removeFiles: () => void } {
    const user = plan.user === null ? null : findUser(plan.user);
    const { PATH } = process.env;
    const directory =
      plan.files.length === 0
        ? { path: '', remove: () => {} }
        : privateDirectory(this.#settings.scratchDirectory, plan.files, user);
    const text = (planned: PlannedText) =>
      typeof planned === 'string' ? planned : join(directory.path, planned.file);
    try {
      const cwd = text(plan.cwd);
      if (!isDirectory(cwd)) throw new StartError('cwd_missing', `"${cwd}" is no directory to start in`);
      const command = { program: findProgram(text(plan.program), PATH), argv: plan.argv.map(text) };
      const { program, argv } = confine(command, user, findSetpriv(PATH));
      const declared = Object.fromEntries(Object.entries(plan.env).map(([key, value]) => [key, text(value)]));
      const child = spawn(program, [...argv], {
        cwd,
        env: environmentOf(declared, this.#settings.inheritEnv, process.env),
        detached: true,
        shell: false,
        stdio: [plan.stdin === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      });
      return { child, removeFiles: directory.remove };
    } catch (error) {
      directory.remove();
      if (error instanceof StartError) throw error;
      throw new StartError('spawn_failed', (error as Error).message, error);
    }
  }

  #attend(
    child: ChildProcess,
    plan: CommandPlan,
    { signal, onOutput }: Watcher,
    started: number,
  ): Promise<ProcessOutcome> {
    const { pid, stdout, stderr, stdin } = child;
    return new Promise((resolve) => {
      child.once('error', (error) => {
        if (pid === undefined) resolve(notStarted('not_started', error.message));
      });
      if (pid === undefined || !stdout || !stderr) return;
      this.#guard.watch(pid);
      // A process need not read what it is given.
      stdin?.on('error', () => {});
      stdin?.end(plan.stdin);
      const out = new Capture(stdout, plan.maxStdoutBytes, (bytes) => onOutput('stdout', bytes));
      const err = new Capture(stderr, plan.maxStderrBytes, (bytes) => onOutput('stderr', bytes));
      const grace = plan.cancelGraceMs ?? this.#settings.cancelGraceMs;
      let stopped: 'timed_out' | 'cancelled' | undefined;
      let heldPipes = false;
      let leaderCode: number | null | undefined;
      let hardStop: NodeJS.Timeout | undefined;

      const kill = () => {
        signalGroup(pid, 'SIGKILL');
        // Who left the group may still hold the pipes; nobody waits for it.
        setTimeout(() => {
          stdout.destroy();
          stderr.destroy();
        }, 200).unref();
      };
      const stop = (why: 'timed_out' | 'cancelled') => {
        if (stopped || leaderCode !== undefined) return;
        stopped = why;
        signalGroup(pid, 'SIGTERM');
        hardStop = setTimeout(kill, Math.min(grace, LONGEST_TIMER));
      };
      const cancel = () => stop('cancelled');
      const deadline = setTimeout(() => stop('timed_out'), Math.min(plan.timeoutMs, LONGEST_TIMER));
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();

      child.once('exit', (code) => {
        leaderCode = code;
        clearTimeout(deadline);
        clearTimeout(hardStop);
        if (stopped) return kill();
        hardStop = setTimeout(
          () => {
            heldPipes = true;
            kill();
          },
          Math.min(grace, LONGEST_TIMER),
        );
      });
      child.once('close', () => {
        clearTimeout(deadline);
        clearTimeout(hardStop);
        signal.removeEventListener('abort', cancel);
        this.#guard.release(pid);
        resolve({
          ...endOf(stopped, heldPipes, leaderCode ?? null),
          stdout: out.take(),
          stderr: err.take(),
          durationMs: performance.now() - started,
        });
      });
    });
  }
}

function endOf(
  stopped: 'timed_out' | 'cancelled' | undefined,
  heldPipes: boolean,
  code: number | null,
): Pick<ProcessOutcome, 'end' | 'exitCode' | 'error'> {
  if (stopped) return { end: stopped, exitCode: code || -1, error: null };
  if (heldPipes && code === 0) {
    const error = 'a process that it started kept its output open, and was killed with its group';
    return { end: 'pipes_held', exitCode: -1, error };
  }
  return { end: 'exited', exitCode: code ?? -1, error: null };
}

const notStarted = (end: 'cancelled' | 'not_started', error: string | null): ProcessOutcome => ({
  end,
  exitCode: -1,
  error,
  stdout: NOTHING,
  stderr: NOTHING,
  durationMs: 0,
});

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
