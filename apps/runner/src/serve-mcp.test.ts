// The program as people start it.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connected, overHttp } from './fixtures/connect.ts';
import { demoHost, demoPack } from './fixtures/demo-host.ts';
import { MCP_BIN, mcpProcess } from './fixtures/mcp-process.ts';

const host = demoHost();
host.put('demo', demoPack);

afterAll(() => host.remove());

const places = ['--packs', host.packs, '--state', host.state];

test('over HTTP it makes a token, serves whoever has it, and stops with nothing left running', async () => {
  const { server, url } = await mcpProcess(host);
  const token = readFileSync(join(host.state, 'mcp-token'), 'utf8').trim();
  const { client, call } = await connected(overHttp(url, token));
  const look = { action_id: 'demo.look', reason: 'to see' };
  // Nothing of a pack runs before its bytes are trusted, and from then on at once.
  expect((await call('run_action', look)).content.status).toBe('pack_untrusted');
  await host.trust('demo');
  expect((await call('run_action', look)).content.status).toBe('success');
  const wait = { action_id: 'demo.wait', reason: 'to see', wait_seconds: 0 };
  const { content } = await call('run_action', wait);
  expect(content.status).toBe('running');
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
  const ends = readFileSync(join(host.state, 'journal.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(String(content.run_id)))
    .map((line) => JSON.parse(line).event_type);
  expect(ends.at(-1)).toBe('action_cancelled');
  await client.close().catch(() => {});
});

test.each([
  [[], /nothing says where packs are installed\n {2}/],
  [['--http', 'a:b', ...places], /"a:b" is no HOST:PORT/],
  [['--token', 'secret', ...places], /Unknown option '--token'/],
  [['--packs', 'pcaks'], /"pcaks" does not exist\n {2}did you mean "packs"\?/],
  [['--packs', 'packs/demo/pack.yaml'], /"packs\/demo\/pack\.yaml" is no directory of packs\n {2}/],
])('with %j it does not start, and says what is wrong', (args, message) => {
  const { status, stderr } = startedOnce(args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
});

test.each([
  ['bare', 'no pack is installed in "bare"'],
  ['packs/demo', '"packs/demo" is itself a pack; name the directory in which it stands'],
])('without a pack in %s it serves, and says so', (directory, notice) => {
  mkdirSync(join(host.folder, 'bare'), { recursive: true });
  const { status, stderr } = startedOnce(['--packs', directory, '--state', host.state]);
  expect([status, stderr.replaceAll(`${host.folder}/`, '')]).toEqual([0, `packwright mcp: ${notice}\n`]);
});

/** With a client that goes away at once. */
const startedOnce = (args: readonly string[]) =>
  spawnSync(process.execPath, [MCP_BIN, ...args], {
    ...{ cwd: host.folder, env: { PATH: process.env.PATH }, input: '', encoding: 'utf8' },
  });
