// What only a process of its own shows: signals, deaths, what is left behind, and the service manager.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { verifyJournal } from '@packwright/engine';
import { needsProgram } from '@packwright/vitest';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type DaemonProcess, daemonProcess } from '../fixtures/daemon-process.ts';
import { type DemoHost, demoHost, packOf, shellAction } from '../fixtures/demo-host.ts';

// A process of Node takes seconds to start where others use the processors.
vi.setConfig({ testTimeout: 120_000 });

let host: DemoHost;
const started: ChildProcess[] = [];

beforeAll(async () => {
  host = demoHost();
  // It forks, ignores the polite signal, and says who it is.
  const program = `'trap "" TERM; sleep 600 & echo $$ $! > "$1"; wait'`;
  const args = 'args:\n  - {name: file, type: string, required: true}\n';
  const action = shellAction('holds.on', 'low', `${program}, sh, '{{ args.file }}'`, args);
  host.put(
    'holds',
    packOf('holds', { on: action.replace('timeout: 30s', 'timeout: 600s\n  cancel_grace: 300ms') }),
  );
  await host.trust('holds');
  return () => host.remove();
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function daemon(env: Readonly<Record<string, string>> = {}): Promise<DaemonProcess> {
  const begun = await daemonProcess(host, env);
  started.push(begun.child);
  return begun;
}

/** Starts so many runs, and resolves to the processes of all of them once they are there. */
async function hold({ client }: DaemonProcess, count: number): Promise<readonly number[]> {
  const { call } = await client();
  const files = Array.from({ length: count }, (_, at) =>
    join(host.folder, `held-${process.pid}-${serial++}-${at}`),
  );
  for (const file of files) {
    void call('run_action', {
      action_id: 'holds.on',
      args: { file },
      reason: 'hold',
      wait_seconds: 60,
    }).catch(() => {});
  }
  const pids = () =>
    files.flatMap((file) =>
      existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').map(Number) : [],
    );
  await expect.poll(() => pids().length, POLL).toBe(2 * count);
  return pids();
}
let serial = 0;

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

const events = (): { event_type: string; error?: string }[] =>
  readFileSync(join(host.state, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe.runIf(process.platform === 'linux')('the daemon', () => {
  test('loads anew when it is told to, ends with its runs when it is told to stop, and writes down how they ended', async () => {
    const { child, ended, lines, ...rest } = await daemon();
    const pids = await hold({ child, ended, lines, ...rest }, 3);
    child.kill('SIGHUP');
    await expect
      .poll(() => lines.find(({ message }) => message === 'reloaded'), POLL)
      .toMatchObject({ load: 2 });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ level: 'info', message: 'stopped' });
    const types = events().map(({ event_type }) => event_type);
    expect(types.toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'action_cancelled'),
      ...Array.from({ length: 3 }, () => 'execution_started'),
    ]);
    expect(await verifyJournal(join(host.state, 'journal.jsonl'))).toEqual({ ok: true, lines: 6 });
  });

  test('leaves no process behind when it is killed, and the next one names the runs nobody knows the end of', async () => {
    const first = await daemon();
    const pids = await hold(first, 5);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    await expect.poll(() => pids.filter(isAlive), POLL).toEqual([]);
    const { lines } = await daemon();
    const told = lines.filter(({ message }) =>
      /^nobody knows how holds\.on, started at .*, ended; it is not repeated$/.test(message),
    );
    expect(told.map(({ level, action }) => [level, action])).toEqual(
      Array.from({ length: 5 }, () => ['warning', 'holds.on']),
    );
    expect(events().filter(({ error }) => error === 'execution_outcome_unknown')).toHaveLength(5);
    expect((await verifyJournal(join(host.state, 'journal.jsonl'))).ok).toBe(true);
  });
});

/** What comes at any time: signs of life, and marks that a message was read. */
const NOISE = ['', 'WATCHDOG', 'BARRIER'];

// Prints each datagram that comes to a socket, as JSON.
const RECEIVER = `
import json, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print(json.dumps("ready"), flush=True)
while True: print(json.dumps(s.recv(4096).decode()), flush=True)
`;

needsProgram('systemd-notify', 'systemd', () => {
  needsProgram('python3', 'python3', (python) => {
    test('the service manager hears that it is ready, lives, loads anew and stops', async () => {
      const socket = join(host.folder, 'notify');
      const receiver = spawn(python, ['-c', RECEIVER, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
      started.push(receiver);
      const heard: string[] = [];
      createInterface({ input: receiver.stdout }).on('line', (line) => heard.push(JSON.parse(line)));
      await expect.poll(() => heard, POLL).toEqual(['ready']);
      // Other signs of life come in between, whenever.
      const words = () =>
        heard
          .slice(1)
          .flatMap((text) => text.split('\n').map((line) => line.split('=')[0]))
          .filter((word) => !NOISE.includes(word ?? ''));
      const { child, ended } = await daemon({ NOTIFY_SOCKET: socket, WATCHDOG_USEC: '1000000' });
      await expect.poll(words, POLL).toEqual(['READY', 'STATUS']);
      expect(heard.join('\n')).toContain('STATUS=1 packs, 1 actions');
      await expect.poll(() => heard, POLL).toContain('WATCHDOG=1');
      child.kill('SIGHUP');
      const reloaded = ['READY', 'STATUS', 'RELOADING', 'MONOTONIC_USEC', 'READY', 'STATUS'];
      await expect.poll(words, POLL).toEqual(reloaded);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      await expect.poll(words, POLL).toEqual([...reloaded, 'STOPPING']);
    });
  });
});

test('a manager that cannot be told is a warning, and no more', async () => {
  const { lines } = await daemon({ NOTIFY_SOCKET: join(host.folder, 'nobody'), PATH: '/nowhere' });
  await expect
    .poll(() => lines.map(({ message }) => message).join('\n'), POLL)
    .toContain('the service manager is not told');
});

const POLL = { timeout: 60_000, interval: 20 };
