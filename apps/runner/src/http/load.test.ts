// Many clients at once, and a server that is killed under them.
import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyJournal } from '@packwright/engine';
import { isLongRun } from '@packwright/vitest';
import { afterAll, expect, test } from 'vitest';
import { type Connected, connected, overHttp } from '../fixtures/connect.ts';
import { type DemoHost, demoHost, packOf, shellAction } from '../fixtures/demo-host.ts';
import { type McpProcess, mcpProcess } from '../fixtures/mcp-process.ts';

const RUNS = isLongRun ? 10_000 : 300;
const CLIENTS = 50;
const MINUTES = 60_000;

const token = 'l'.repeat(32);
const hosts: DemoHost[] = [];
const servers: ChildProcess[] = [];
/** In the command line of every process that is left to sleep, and of nothing else on this machine. */
const mark = `86400.${process.pid}`;

async function loadHost(): Promise<DemoHost> {
  const host = demoHost();
  hosts.push(host);
  const number = 'args:\n  - {name: number, type: integer, required: true}\n';
  const sleep = shellAction('load.sleep', 'low', `'sleep ${mark} & wait'`);
  host.put(
    'load',
    packOf('load', {
      echo: shellAction('load.echo', 'low', `'echo "$1"', sh, '{{ args.number }}'`, number),
      sleep: sleep.replace('timeout: 30s', 'timeout: 1h'),
    }),
  );
  await host.trust('load');
  return host;
}

afterAll(() => {
  for (const server of servers) server.kill('SIGKILL');
  for (const host of hosts) host.remove();
});

async function started(host: DemoHost): Promise<McpProcess> {
  const started = await mcpProcess(host, token);
  servers.push(started.server);
  return started;
}

const agents = (url: string): Promise<Connected[]> =>
  Promise.all(
    // Half of them speak the earlier protocol, in sessions.
    Array.from({ length: CLIENTS }, (_, at) =>
      connected(overHttp(url, token), at % 2 === 0 ? 'auto' : 'legacy'),
    ),
  );

interface Line {
  readonly event_type: string;
  readonly time: string;
  readonly caller: { readonly control_plane_request_id: string };
}

/** The whole lines: whoever was killed may have left a part of one. */
function journalOf(state: string): readonly Line[] {
  const path = join(state, 'journal.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

/** The command lines of what was left to sleep: the shells and what they started. */
const marked = (): readonly string[] =>
  execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(mark));
const sleepers = () => marked().filter((line) => line.startsWith('sleep '));

const idOf = ({ caller }: Line): string => caller.control_plane_request_id;
const isStart = ({ event_type }: Line): boolean => event_type === 'execution_started';

test(`of ${RUNS} runs for ${CLIENTS} clients none is lost, none doubled, and the journal has them in order`, {
  timeout: 30 * MINUTES,
}, async () => {
  const host = await loadHost();
  const { state } = host;
  const { server, url } = await started(host);
  const clients = await agents(url);
  let next = 0;
  const ids = new Map<unknown, number>();
  await Promise.all(
    clients.map(async ({ call }) => {
      while (next < RUNS) {
        const number = next++;
        const input = { action_id: 'load.echo', args: { number }, reason: 'load', wait_seconds: 60 };
        const { content } = await call('run_action', input, { timeout: 5 * MINUTES });
        if (content.stdout !== `${number}\n`) throw new Error(`run ${number}: ${JSON.stringify(content)}`);
        ids.set(content.run_id, number);
      }
    }),
  );
  expect(ids.size).toBe(RUNS);
  await Promise.all(clients.map(({ client }) => client.close()));
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);

  const lines = journalOf(state);
  const starts = lines.filter(isStart).map(idOf);
  const ends = lines.filter(({ event_type }) => event_type === 'execution_completed').map(idOf);
  expect([lines.length, starts.length, ends.length]).toEqual([2 * RUNS, RUNS, RUNS]);
  expect([new Set(starts).size, new Set(ends).size]).toEqual([RUNS, RUNS]);
  expect(new Set(starts)).toEqual(new Set(ids.keys()));
  const startedAt = new Map(lines.flatMap((line, at) => (isStart(line) ? [[idOf(line), at] as const] : [])));
  expect(lines.every((line, at) => isStart(line) || (startedAt.get(idOf(line)) ?? at) < at)).toBe(true);
  const times = lines.map(({ time }) => time);
  expect(times).toEqual(times.toSorted());
  expect(await verifyJournal(join(state, 'journal.jsonl'))).toMatchObject({ ok: true });
});

test('a server that is killed under load leaves no process, and the next one names what nobody knows', {
  timeout: 10 * MINUTES,
}, async () => {
  const host = await loadHost();
  const { state } = host;
  const { server, url } = await started(host);
  const clients = await agents(url);
  const keep = async ({ call }: Connected, action_id: string, args = {}): Promise<never> => {
    for (;;) await call('run_action', { action_id, args, reason: 'load', wait_seconds: 60 });
  };
  // A few sleep for a day; the others keep the remaining slots busy.
  const sleeping = Promise.allSettled(clients.slice(0, 4).map((agent) => keep(agent, 'load.sleep')));
  await expect.poll(sleepers, { timeout: 3 * MINUTES }).toHaveLength(4);
  const echoing = Promise.allSettled(
    clients.slice(4).map((agent, number) => keep(agent, 'load.echo', { number })),
  );
  await expect
    .poll(() => journalOf(state).filter(isStart).length, { timeout: 3 * MINUTES })
    .toBeGreaterThan(50);
  server.kill('SIGKILL');
  await once(server, 'exit');
  // Every call ends with an error: the connection is gone.
  const ended = [...(await sleeping), ...(await echoing)];
  expect(ended.every(({ status }) => status === 'rejected')).toBe(true);
  await expect.poll(marked, { timeout: MINUTES }).toEqual([]);

  const lines = journalOf(state);
  const finished = new Set(lines.filter((line) => !isStart(line)).map(idOf));
  const open = lines.filter((line) => isStart(line) && !finished.has(idOf(line)));
  expect(open.length).toBeGreaterThanOrEqual(4);
  const { server: after, said } = await started(host);
  const named = said.filter((line) => line.includes('nobody knows how'));
  expect(named).toHaveLength(open.length);
  expect(named.filter((line) => line.includes('load.sleep'))).toHaveLength(4);
  after.kill('SIGTERM');
  await once(after, 'exit');
  expect(await verifyJournal(join(state, 'journal.jsonl'))).toMatchObject({ ok: true });
});
