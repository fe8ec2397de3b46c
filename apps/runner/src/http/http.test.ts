// What only HTTP has: who may ask at all, sessions, and users who are too far away to approve what is risky.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connected, type Generation, overHttp } from '../fixtures/connect.ts';
import { demoHost, demoPack, packOf, shellAction } from '../fixtures/demo-host.ts';
import { servedHttp } from '../fixtures/served-http.ts';
import type { Listening } from './listen.ts';

const token = 'k'.repeat(32);
const host = demoHost();
let http: Listening;

beforeAll(async () => {
  host.put('demo', demoPack);
  await host.trust('demo');
  host.put('asked', packOf('asked', { it: shellAction('asked.it', 'low', "'echo done'") }));
  await host.trust('asked');
  host.settings('policy: {overrides: [{name: ask, action: asked.*, decision: ask}]}\n');
  http = await servedHttp(host, token, ['proxy.example']);
});

afterAll(async () => {
  await http.close();
  host.remove();
});

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Any request, with headers that `fetch` would not send. */
function ask(headers: Record<string, string>, body = '{}', { path = '/mcp', method = 'POST' } = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const { hostname, port } = new URL(http.url);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const authorization = `Bearer ${token}`;
const json = {
  authorization,
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};
const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'a', version: '1' } },
});

describe('who may ask', () => {
  test.each<[string, Record<string, string>, number, string]>([
    ['nobody without a token', {}, 401, 'the bearer token is missing or not the one of this server'],
    [
      'nobody with another token',
      { authorization: `Bearer ${'x'.repeat(32)}` },
      401,
      'the bearer token is missing',
    ],
    [
      'nobody with a part of the token',
      { authorization: authorization.slice(0, -1) },
      401,
      'the bearer token',
    ],
    ['nobody with the token in another scheme', { authorization: `Basic ${token}` }, 401, 'the bearer token'],
    [
      'no browser that was led here by a name of others',
      { ...json, host: 'evil.example' },
      403,
      'Invalid Host',
    ],
    ['no page of others', { ...json, origin: 'https://evil.example' }, 403, 'Invalid Origin'],
    ['no page without an origin of its own', { ...json, origin: 'null' }, 403, 'Invalid Origin'],
  ])('%s', async (_, headers, status, message) => {
    const answer = await ask(headers, initialize);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).error.message).toContain(message);
  });

  test('whoever is refused is told the scheme, and gets no second request on the connection', async () => {
    const { headers } = await ask({});
    expect([headers['www-authenticate'], headers.connection]).toEqual(['Bearer realm="packwright"', 'close']);
  });

  test.each<[string, Record<string, string>]>([
    ['a client of this machine', {}],
    ['a page of this machine that has the token', { origin: 'http://localhost:3000' }],
    ['a client that comes by the name of the proxy', { host: 'proxy.example' }],
  ])('%s may', async (_, headers) => {
    expect((await ask({ ...json, ...headers }, initialize)).status).toBe(200);
  });
});

describe('what is no call', () => {
  test.each<[string, Parameters<typeof ask>, number]>([
    ['another path', [json, initialize, { path: '/' }], 404],
    ['a body that is too large', [json, JSON.stringify({ a: 'x'.repeat(256 * 1024) })], 413],
    ['a body that is no JSON', [json, '{'], 400],
    ['a body of another type', [{ ...json, 'content-type': 'text/plain' }, initialize], 415],
    ['a session that does not exist', [{ ...json, 'mcp-session-id': 'x' }, initialize], 404],
    ['a call without a session', [json, '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'], 400],
    ['a method that HTTP has and the protocol has not', [json, '{}', { method: 'PUT' }], 405],
  ])('%s is refused', async (_, asked, status) => {
    const answer = await ask(...asked);
    expect([answer.status, typeof JSON.parse(answer.body).error.message]).toEqual([status, 'string']);
  });
});

test('a session ends when its client says so', async () => {
  const { headers } = await ask(json, initialize);
  const session = { ...json, 'mcp-session-id': String(headers['mcp-session-id']) };
  const list = '{"jsonrpc":"2.0","id":2,"method":"tools/list"}';
  expect((await ask(session, list)).status).toBe(200);
  expect((await ask(session, '', { method: 'DELETE' })).status).toBe(200);
  expect((await ask(session, list)).status).toBe(404);
});

describe.each<Generation>(['auto', 'legacy'])('approval over HTTP, negotiated as %s', (generation) => {
  const say = { action: 'accept', content: { approve: true } } as const;

  test('a user who answers over HTTP cannot approve what is of high risk, and is not asked', async () => {
    const { client, call, asked, says } = await connected(overHttp(http.url, token), generation);
    says(say);
    const { isError, content } = await call('run_action', { action_id: 'demo.change', reason: 'needed' });
    expect([isError, content.status, content.why]).toEqual([
      true,
      'denied',
      'nobody approved it: a person has to approve it: terminal, elicitation, catalog',
    ]);
    expect(asked).toEqual([]);
    await client.close();
  });

  test('what is of low risk, and yet asked about, may be approved', async () => {
    const { client, call, asked, says } = await connected(overHttp(http.url, token), generation);
    says(say);
    const { content } = await call('run_action', { action_id: 'asked.it', reason: 'needed' });
    expect(content).toMatchObject({ status: 'success', stdout: 'done\n' });
    expect(asked).toHaveLength(1);
    await client.close();
  });

  test('a client that cannot ask its user is told so', async () => {
    const { client, call } = await connected(overHttp(http.url, token), generation, {});
    const { content } = await call('run_action', { action_id: 'asked.it', reason: 'needed' });
    expect(content).toMatchObject({
      status: 'denied',
      why: 'nobody approved it: this client cannot ask its user; a person has to approve it: terminal, elicitation, elicitation-http, catalog',
    });
    await client.close();
  });
});
