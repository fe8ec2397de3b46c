import { spawn } from 'node:child_process';
import type { Log } from './json-log.ts';

/** Tells the service manager how the daemon is; does nothing where none listens. */
export interface ServiceManager {
  ready(status: string): Promise<void>;
  reloading(): Promise<void>;
  stopping(): Promise<void>;
  /** Sends no more signs of life. */
  close(): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The protocol of sd_notify by the program `systemd-notify`, since Node has no datagram sockets of this kind. Where the
 * unit has a watchdog, it is fed twice in each of its periods, as long as the event loop turns.
 */
export function serviceManager(env: Environment, log: Log): ServiceManager {
  const { NOTIFY_SOCKET: socket } = env;
  if (!socket) {
    const nobody = async () => {};
    return { ready: nobody, reloading: nobody, stopping: nobody, close: () => {} };
  }
  const notify = notifier({ NOTIFY_SOCKET: socket, PATH: env.PATH }, log);
  const period = watchdogMs(env);
  let isFed = true;
  const feed = async () => {
    // On a machine that starts programs slowly they must not pile up.
    if (!isFed) return;
    isFed = false;
    await notify('WATCHDOG=1');
    isFed = true;
  };
  const feeding = period === undefined ? undefined : setInterval(() => void feed(), period / 2);
  feeding?.unref();
  return {
    ready: (status) => notify('READY=1', `STATUS=${status.replaceAll('\n', ' ')}`),
    // The time is what units of the type `notify-reload` ask for.
    reloading: () => notify('RELOADING=1', `MONOTONIC_USEC=${process.hrtime.bigint() / 1000n}`),
    stopping: () => notify('STOPPING=1'),
    close: () => clearInterval(feeding),
  };
}

/** In order, one at a time: `READY` must not overtake `RELOADING`. */
function notifier(env: Environment, log: Log): (...lines: readonly string[]) => Promise<void> {
  let last = Promise.resolve();
  let isGivenUp = false;
  const failed = (why: string) => {
    if (!isGivenUp) log('warning', `the service manager is not told: ${why}`);
    isGivenUp = true;
  };
  return (...lines) => {
    last = last.then(() => (isGivenUp ? undefined : tell(lines, env, failed)));
    return last;
  };
}

function tell(lines: readonly string[], env: Environment, failed: (why: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('systemd-notify', [...lines], { env, stdio: 'ignore' });
    child.once('error', ({ message }) => {
      failed(message);
      resolve();
    });
    child.once('exit', (code) => {
      if (code !== 0) failed(`systemd-notify exited with ${code}`);
      resolve();
    });
  });
}

/** The period of the watchdog, where it watches this process. */
function watchdogMs({ WATCHDOG_USEC: period, WATCHDOG_PID: pid }: Environment): number | undefined {
  if (pid !== undefined && pid !== String(process.pid)) return undefined;
  const ms = Number(period) / 1000;
  return ms > 0 ? ms : undefined;
}
