// `pnpm bench mcp`: what an agent waits for beside the process itself, how fast it finds actions, what the server weighs.
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { shared } from '@packwright/vitest';
import { repoRoot } from '../repo/repo-root.ts';
import { bareProcess, quantile, timed } from './harness/bare-process.ts';
import { table } from './harness/table.ts';
import { trustedHost } from './harness/trusted-host.ts';

const RUNS = 60;
const QUERIES = 200;
const TOKEN = 'b'.repeat(32);

const corpus = shared('corpus/emisar');
const host = await trustedHost(
  corpus === undefined
    ? []
    : globSync('*/pack.yaml', { cwd: corpus }).map((path) => join(corpus, dirname(path))),
);
const bin = join(repoRoot, 'apps', 'runner', 'bin', 'packwright-mcp.js');
const places = ['--packs', host.packs, '--state', host.folder];

const http = await listening();
const overHttp = (): Transport =>
  new StreamableHTTPClientTransport(new URL(http.url), {
    requestInit: { headers: { authorization: `Bearer ${TOKEN}` } },
  });
const clients = {
  'over stdio': await connected(
    new StdioClientTransport({ command: process.execPath, args: [bin, ...places], stderr: 'ignore' }),
  ),
  'over HTTP': await connected(overHttp()),
  'over HTTP, 2025-11-25': await connected(overHttp(), {}),
};

const bare: number[] = [];
const taken = Object.entries(clients).map(([name, client]) => ({ name, client, ms: [] as number[] }));
// In turn, so that whatever else the machine does reaches all.
for (let run = -10; run < RUNS; run++) {
  const process = await timed(bareProcess);
  if (run >= 0) bare.push(process);
  for (const { client, ms } of taken) {
    const time = await timed(() => runTrue(client));
    if (run >= 0) ms.push(time);
  }
}
const shown = (value: number): string => `${value.toFixed(1)} ms`;
const spread = (ms: readonly number[]) => [0.05, 0.5, 0.95].map((share) => shown(quantile(ms, share)));
console.log(
  table([
    ['', 'p5', 'median', 'p95', 'on top', 'of bare', 'goal'],
    ['a bare process', ...spread(bare), '', '', ''],
    ...taken.map(({ name, ms }) => [
      `run_action ${name}`,
      ...spread(ms),
      shown(quantile(ms, 0.5) - quantile(bare, 0.5)),
      (quantile(ms, 0.5) / quantile(bare, 0.5)).toFixed(2),
      '5 ms',
    ]),
  ]),
);

const actions = host.loaded.flatMap((pack) => pack.actions);
const queries = Array.from({ length: QUERIES }, (_, at) => {
  const { id, view } = actions[(at * 7919) % actions.length] as (typeof actions)[number];
  return [id, view.title, view.searchTerms[0] ?? view.title, view.summary.slice(0, 60)][at % 4] as string;
});
for (const query of queries.slice(0, 20)) await find(clients['over HTTP'], query);
const found: number[] = [];
for (const query of queries) found.push(await timed(() => find(clients['over HTTP'], query)));
console.log(
  table([
    [`find_actions over ${actions.length} actions`, 'p5', 'median', 'p95', 'goal'],
    ['a round trip over HTTP', ...spread(found), '10 ms p95'],
  ]),
);

const listed = await timed(() => clients['over HTTP'].listTools());
console.log(
  table([
    [`a server with ${host.loaded.length} packs`, ''],
    ['from its start until it listens', shown(http.startMs)],
    ['memory after all that', memory('VmRSS')],
    ['memory at its most', memory('VmHWM')],
    ['tools/list', shown(listed)],
  ]),
);
for (const client of Object.values(clients)) await client.close();
http.server.kill('SIGTERM');

async function connected(transport: Transport, negotiation: object = { mode: 'auto' }): Promise<Client> {
  const client = new Client({ name: 'bench', version: '1.0.0' }, { versionNegotiation: negotiation });
  await client.connect(transport);
  return client;
}

async function runTrue(client: Client): Promise<void> {
  const input = { action_id: 'bench.true', reason: 'bench' };
  const { isError, structuredContent } = await client.callTool({ name: 'run_action', arguments: input });
  if (isError) throw new Error(JSON.stringify(structuredContent));
}

async function find(client: Client, query: string): Promise<void> {
  await client.callTool({ name: 'find_actions', arguments: { query: query.slice(0, 256) } });
}

async function listening() {
  const start = performance.now();
  const env = { ...process.env, PACKWRIGHT_MCP_TOKEN: TOKEN };
  const args = [bin, '--http', '127.0.0.1:0', ...places];
  const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: server.stderr });
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server ended')));
    lines.on('line', (line) => {
      const [, url] = /listening on (\S+)$/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  return { server, url, startMs: performance.now() - start };
}

function memory(key: string): string {
  const path = `/proc/${http.server.pid}/status`;
  if (!existsSync(path)) return 'not told by this system';
  const [, kibibytes = '0'] = new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(path, 'utf8')) ?? [];
  return `${(Number(kibibytes) / 1024).toFixed(0)} MiB`;
}
