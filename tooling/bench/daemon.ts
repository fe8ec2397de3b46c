// `pnpm bench daemon`: the daemon with every real pack, in figures: memory, a reload, and what callers feel of one.
import { spawn } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { repoRoot } from '../repo/repo-root.ts';
import { shared } from '../vitest/shared.ts';
import { table } from './harness/table.ts';
import { trustedHost } from './harness/trusted-host.ts';

const CLIENTS = 2;
const RELOADS = 3;
const QUIET_MS = 6_000;
/** Memory is given back at the next second in which nothing runs. */
const QUIET_AGAIN_MS = 3_000;
const token = 'b'.repeat(32);
const corpus = shared('corpus/emisar') ?? join(repoRoot, 'examples');
const { folder, packs, loaded } = await trustedHost(
  readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(corpus, name)),
);
// Changes of files are to load nothing by themselves here.
writeFileSync(join(folder, 'packwright.yaml'), 'runner: {reload_on_change: false}\n');

const begun = performance.now();
const bin = join(repoRoot, 'apps', 'runner', 'bin', 'packwright-runner.js');
const daemon = spawn(
  process.execPath,
  [bin, '--listen', '127.0.0.1:0', '--packs', packs, '--state', folder],
  {
    cwd: folder,
    env: { PATH: process.env.PATH, PACKWRIGHT_MCP_TOKEN: token },
    stdio: ['ignore', 'ignore', 'pipe'],
  },
);
process.on('exit', () => daemon.kill());
let loads = 0;
const url = await new Promise<URL>((resolve) => {
  createInterface({ input: daemon.stderr }).on('line', (text) => {
    const line = JSON.parse(text);
    if (line.message === 'listening') resolve(new URL(line.url));
    if (line.message === 'reloaded') loads += 1;
    else if (line.level !== 'info') console.error(text);
  });
});
const startMs = performance.now() - begun;
const memory = { start: await memoryMiB(), end: 0, quiet: 0 };

let isOver = false;
const calls: { readonly at: number; readonly ms: number; readonly isDuringReload: boolean }[] = [];
let failures = 0;
let reloading = 0;
const clients = Array.from({ length: CLIENTS }, (_, at) => callUntilOver(`client ${at}`));
await wait(QUIET_MS);
const reloads = { nothing: [] as number[], all: [] as number[] };
for (let count = 0; count < RELOADS; count++) {
  reloads.nothing.push(await reload());
  for (const { directory } of loaded) utimesSync(join(directory, 'pack.yaml'), new Date(), new Date());
  reloads.all.push(await reload());
}
memory.end = await memoryMiB();
isOver = true;
await Promise.all(clients);
await wait(QUIET_AGAIN_MS);
memory.quiet = await memoryMiB();
const exit = new Promise((resolve) => daemon.once('exit', resolve));
daemon.kill();
const code = await exit;

const quiet = calls.filter(({ isDuringReload }) => !isDuringReload).map(({ ms }) => ms);
const during = calls.filter(({ isDuringReload }) => isDuringReload).map(({ ms }) => ms);
const ends = calls.map(({ at, ms }) => at + ms).toSorted((a, b) => a - b);
const gaps = ends.slice(1).map((end, at) => end - (ends[at] ?? end));
const actions = loaded.reduce((sum, pack) => sum + pack.actions.length, 0);
const ms = (value: number): string => `${value.toFixed(0)} ms`;
console.log(
  table([
    [`${loaded.length} packs, ${actions} actions, ${CLIENTS} clients`, 'value'],
    ['start to listening', ms(startMs)],
    ['memory after the start', `${memory.start.toFixed(0)} MiB`],
    [`memory after ${2 * RELOADS} reloads under load`, `${memory.end.toFixed(0)} MiB`],
    ['memory once nothing runs', `${memory.quiet.toFixed(0)} MiB`],
    ['a reload when nothing has changed, median', ms(at(reloads.nothing, 0.5))],
    ['a reload when every pack has changed, median', ms(at(reloads.all, 0.5))],
    ['runs', `${quiet.length} before, ${during.length} during reloads`],
    ['runs that failed', String(failures)],
    ['a run before reloads: median, p99', `${ms(at(quiet, 0.5))}, ${ms(at(quiet, 0.99))}`],
    [
      'a run during reloads: median, p99, longest',
      `${ms(at(during, 0.5))}, ${ms(at(during, 0.99))}, ${ms(Math.max(...during))}`,
    ],
    ['longest time without an answer', ms(Math.max(...gaps))],
    ['exit code', String(code)],
  ]),
);

/** From the signal to the load that is in place, in milliseconds. */
async function reload(): Promise<number> {
  const before = loads;
  const start = performance.now();
  reloading += 1;
  daemon.kill('SIGHUP');
  while (loads === before) await wait(5);
  reloading -= 1;
  return performance.now() - start;
}

async function callUntilOver(name: string): Promise<void> {
  const client = new Client({ name, version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  while (!isOver) {
    const start = performance.now();
    const wasReloading = reloading > 0;
    const { isError } = await client.callTool({
      name: 'run_action',
      arguments: { action_id: 'bench.true', reason: 'bench' },
    });
    if (isError) failures += 1;
    calls.push({ at: start, ms: performance.now() - start, isDuringReload: wasReloading || reloading > 0 });
  }
  await client.close();
}

async function memoryMiB(): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1024 / 1024;
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
