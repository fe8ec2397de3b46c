// The program as people start it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
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
  [
    ['--token', 'secret', ...places],
    /^packwright mcp: unknown option "--token"\n {2}--help lists the options\n$/,
  ],
  [['--pakcs', 'packs'], /^packwright mcp: unknown option "--pakcs"\n {2}did you mean "--packs"\?\n$/],
  [['--packs', 'pcaks'], /"pcaks" does not exist\n {2}did you mean "packs"\?/],
  [['--packs', 'packs/demo/pack.yaml'], /"packs\/demo\/pack\.yaml" is no directory of packs\n {2}/],
])('with %j it does not start, and says what is wrong', (args, message) => {
  const { status, stderr } = startedOnce(args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
});

test('with a state directory that it cannot use it does not start, and says so without a stack', () => {
  const { status, stderr } = startedOnce(['--packs', 'packs', '--state', '/dev/null/state']);
  expect([status, stderr]).toEqual([
    2,
    "packwright mcp: ENOTDIR: not a directory, open '/dev/null/state/trust.json'\n",
  ]);
});

test.each([
  ['bare', 'no pack is installed in "bare"'],
  ['packs/demo', '"packs/demo" is itself a pack; name the directory in which it stands'],
])('without a pack in %s it serves, and says so', (directory, notice) => {
  mkdirSync(join(host.folder, 'bare'), { recursive: true });
  const { status, stderr } = startedOnce(['--packs', directory, '--state', host.state]);
  expect([status, stderr.replaceAll(`${host.folder}/`, '')]).toEqual([0, `packwright mcp: ${notice}\n`]);
});

test('what is no message of the protocol is answered, and the connection goes on until it is told to stop', async () => {
  const server = spawn(process.execPath, [MCP_BIN, ...places], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = text(server.stderr);
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const answerTo = async (line: string) => {
    server.stdin.write(`${line}\n`);
    return (await lines.next()).value;
  };
  expect(await answerTo('{not json')).toBe(
    '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the line is no JSON"}}',
  );
  expect(await answerTo('[1]')).toBe(
    '{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"the line is no request of JSON-RPC 2.0"}}',
  );
  expect(await answerTo('{"jsonrpc":"2.0","id":3}')).toBe(
    '{"jsonrpc":"2.0","id":3,"error":{"code":-32600,"message":"the line is no request of JSON-RPC 2.0"}}',
  );
  const unanswered =
    '\n{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no answer has an answer"}}\n';
  expect(await answerTo(`${unanswered}{"jsonrpc":"2.0","id":4,"method":"ping"}`)).toBe(
    '{"result":{},"jsonrpc":"2.0","id":4}',
  );
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
  expect(await said).toBe('packwright mcp: passed over a line that is no message\n'.repeat(3));
});

test('a line without an end ends the connection', () => {
  const { status, stdout, stderr } = startedOnce(places, 'a'.repeat(11 * 1024 * 1024));
  expect([status, stdout, stderr]).toEqual([
    0,
    '',
    'packwright mcp: ReadBuffer exceeded maximum size of 10485760 bytes\n',
  ]);
});

/** With a client that writes this and goes away. */
const startedOnce = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [MCP_BIN, ...args], {
    ...{ cwd: host.folder, env: { PATH: process.env.PATH }, input, encoding: 'utf8' },
  });
