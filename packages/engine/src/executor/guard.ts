import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/** Remembers the process groups it is told; when its input ends with the runner, it kills those that are left. */
const SCRIPT = `
trap '' HUP INT TERM
groups=' '
while read -r mark group; do
  case $mark in
    +) groups="$groups$group " ;;
    -) case $groups in *" $group "*) groups="\${groups%% $group *} \${groups#* $group }" ;; esac ;;
  esac
done
for group in $groups; do kill -KILL "-$group" 2>/dev/null; done
`;

/**
 * Outlives the runner by a moment, so that no process of an action outlives it, however it ends. The kernel's own
 * signal on the death of a parent reaches only the first process of a group.
 */
export class Guard {
  readonly #groups = new Set<number>();
  #process: ChildProcess | undefined;

  watch(group: number): void {
    this.#groups.add(group);
    if (this.#process) this.#tell(`+ ${group}\n`);
    else this.#start();
  }

  /** The group has ended, or has been killed. Who waits for the run does not wait for the guard to hear of it. */
  release(group: number): void {
    this.#groups.delete(group);
    setImmediate(() => {
      if (!this.#groups.has(group)) this.#tell(`- ${group}\n`);
    });
  }

  #start(): void {
    const guard = startGuard();
    // Whoever kills the guard gets another one.
    guard.once('exit', () => {
      this.#process = undefined;
      if (this.#groups.size > 0) this.#start();
    });
    this.#process = guard;
    for (const group of this.#groups) this.#tell(`+ ${group}\n`);
  }

  #tell(line: string): void {
    this.#process?.stdin?.write(line);
  }
}

/** Keeps nobody waiting: the guard ends with its input, and the runner does not wait for it. */
function startGuard(): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', SCRIPT], {
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.stdin?.on('error', () => {});
  (guard.stdin as Socket | null)?.unref();
  guard.unref();
  return guard;
}
