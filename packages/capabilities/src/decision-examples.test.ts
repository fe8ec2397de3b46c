// The examples of specs/evershell 3.17, one to one, against the fixture printed there.
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MemoryBudgetStore } from './budget/memory-budget-store.ts';
import { settle } from './budget/settle.ts';
import { compileCapabilities } from './compile-capabilities.ts';
import { decide } from './decision/decide.ts';
import { decideName } from './decision/decide-name.ts';
import type { Admission, Decision, Denial } from './decision/decision.ts';
import { denialResponse } from './decision/denial-response.ts';
import type { CapabilityRequest } from './decision/request.ts';
import { mergeCapabilities } from './policy/policy.ts';

const ROLE = `
- name: chat
  type: http
  allow:
    - {name: read, domains: [chat.example], methods: [GET], paths: ["/api/**"]}
    - name: post
      domains: [chat.example]
      methods: [POST]
      paths: ["/api/messages"]
      when: 'request.body.channel.startsWith("ops-")'
      body_schema: {type: object, required: [channel, text], additionalProperties: false,
                    properties: {channel: {type: string}, text: {type: string, maxLength: 40}}}
  transforms:
    - {name: tok, auth: chat-bot}
    - {name: tenant, applies_to: [post], headers: {set: {x-tenant: {expr: 'secrets["tenant-id"]'}}}}
  budgets: {counters: {posts: {scope: task, limit: 2, applies_to: [post]}, calls: {limit: 100, window: 1h}}}
- name: files
  type: http
  allow:
    - {domains: ["*.files.example", "dl.example:8443"], methods: [GET], paths: ["/p/*/raw", "/pub/**"]}
- name: legacy
  type: http
  allow: [{domains: [old.example], methods: [GET], allow_insecure: true}]
`;
const PROVIDER = `
- name: files
  type: http
  allow: [{domains: [files.example], methods: [GET, DELETE]}]
- name: llm
  type: http
  allow: [{domains: [llm.example], methods: [POST], paths: ["/v1/messages"]}]
  transforms: [{auth: llm-key}]
  budgets: {counters: {output_tokens: {limit: 1000, debit: 'response.body.usage.output_tokens', ceiling: 400}}}
`;

const policy = mergeCapabilities([
  { origin: 'role', capabilities: compiled(ROLE) },
  { origin: 'provider', capabilities: compiled(PROVIDER) },
]);

let store: MemoryBudgetStore;
beforeEach(() => {
  store = new MemoryBudgetStore();
});

function compiled(text: string) {
  const { capabilities, problems } = compileCapabilities(parse(text));
  expect(problems).toEqual([]);
  return capabilities ?? [];
}

const NINE = new Date('2026-03-01T09:00:00Z');
const minutes = (count: number) => new Date(NINE.getTime() + count * 60_000);

/** A request from the words of the table: `GET https://host/path`. */
function request(line: string, more: Partial<CapabilityRequest> = {}): CapabilityRequest {
  const [method = '', url = ''] = line.split(' ');
  const workspace = { id: 'w1', role: 'ops', environment: 'development' };
  return { method, url, now: NINE, workspace, task: { id: 't1' }, ...more };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, more: Partial<CapabilityRequest> = {}) =>
  request('POST https://chat.example/api/messages', { headers: JSON_TYPE, body, ...more });
const GOOD = '{"channel":"ops-1","text":"hi"}';

async function outcome(asked: CapabilityRequest) {
  return summary(await decide(policy, asked, { budgets: store }));
}

function summary(decision: Decision) {
  const { capability } = decision;
  if (decision.decision === 'allow')
    return { decision: 'allow', capability, transforms: decision.transforms };
  return { decision: 'deny', capability, reason: decision.reason };
}

const allowed = (capability: string, transforms: readonly string[] = []) => ({
  decision: 'allow',
  capability,
  transforms,
});
const denied = (reason: string, capability: string | null = null) => ({
  decision: 'deny',
  capability,
  reason,
});

const deny = async (asked: CapabilityRequest, services = {}): Promise<Denial> => {
  const decision = await decide(policy, asked, { budgets: store, ...services });
  if (decision.decision === 'allow') throw new Error('admitted');
  return decision;
};
const admit = async (asked: CapabilityRequest): Promise<Admission> => {
  const decision = await decide(policy, asked, { budgets: store });
  if (decision.decision === 'deny') throw new Error(`refused: ${decision.reason}`);
  return decision;
};

const EXAMPLES: readonly (readonly [number, CapabilityRequest, object])[] = [
  [1, request('GET https://chat.example/api/x'), allowed('chat', ['tok'])],
  [2, request('GET https://CHAT.example./api/x'), allowed('chat', ['tok'])],
  [3, request('GET https://chat.example:443/api/x'), allowed('chat', ['tok'])],
  [4, request('GET https://chat.example:8443/api/x'), denied('no_domain')],
  [5, request('GET http://chat.example/api/x'), denied('no_domain')],
  [6, request('GET https://chat.example/api'), allowed('chat', ['tok'])],
  [7, request('GET https://chat.example/API/x'), denied('path_not_allowed')],
  [8, request('GET https://chat.example/apix'), denied('path_not_allowed')],
  [9, request('HEAD https://chat.example/api/x'), denied('method_not_allowed')],
  [10, request('DELETE https://chat.example/api/x'), denied('method_not_allowed')],
  [11, request('GET https://sub.chat.example/api/x'), denied('no_domain')],
  [12, request('GET https://chat.example/api/../admin'), denied('path_ambiguous')],
  [13, request('GET https://chat.example/api/%2e%2e/admin'), denied('path_ambiguous')],
  [14, request('GET https://chat.example/api/a%2Fb'), denied('path_ambiguous')],
  [15, request('GET https://chat.example/api/x?y=../../'), allowed('chat', ['tok'])],
  [16, post(GOOD), allowed('chat', ['tenant', 'tok'])],
  [17, post('{"channel":"dev","text":"hi"}'), denied('predicate_false', 'chat')],
  [18, post('{"text":"hi"}'), denied('predicate_error', 'chat')],
  [19, post('{"channel":"ops-1","text":"hi","more":1}'), denied('body_schema_failed', 'chat')],
  [20, post(`{"channel":"ops-1","text":"${'x'.repeat(41)}"}`), denied('body_schema_failed', 'chat')],
  [
    21,
    post('channel=ops-1&text=hi', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    denied('body_not_json', 'chat'),
  ],
  [22, post('{"channel":"ops-1","channel":"ops-1","text":"hi"}'), denied('body_not_json', 'chat')],
  [30, request('GET https://a.files.example/p/7/raw'), allowed('files')],
  [31, request('GET https://a.b.files.example/p/7/raw'), denied('no_domain')],
  [32, request('GET https://files.example/p/7/raw'), denied('no_domain')],
  [33, request('DELETE https://files.example/x'), denied('no_domain')],
  [34, request('GET https://a.files.example/p/7/8/raw'), denied('path_not_allowed')],
  [35, request('GET https://a.files.example/p//raw'), denied('path_ambiguous')],
  [36, request('GET https://dl.example:8443/pub/a/b'), allowed('files')],
  [37, request('GET https://dl.example/pub/a'), denied('no_domain')],
  [38, request('GET http://old.example/anything'), allowed('legacy')],
  [39, request('GET https://old.example/anything'), allowed('legacy')],
  [
    45,
    request('POST https://llm.example/v1/messages', {
      serverName: 'chat.example',
      headers: { host: 'llm.example' },
    }),
    denied('host_mismatch'),
  ],
];

for (const [number, asked, expected] of EXAMPLES) {
  test(`${number}: ${asked.method} ${asked.url}`, async () => {
    expect(await outcome(asked)).toEqual(expected);
  });
}

test('30: the rule of the role is meant', async () => {
  const { rule } = await admit(request('GET https://a.files.example/p/7/raw'));
  expect(rule).toEqual({ capability: 'files', origin: 'role', index: 0, name: null });
});

describe('budgets', () => {
  const posts = (count: number, task = 't1') =>
    Promise.all(Array.from({ length: count }, () => admit(post(GOOD, { task: { id: task } }))));

  test('16: a valid post counts one', async () => {
    await posts(1);
    expect(await store.usage('task/t1/chat/posts', NINE.getTime())).toEqual({ used: 0, reserved: 1 });
  });

  test('23: the third valid post in one task is refused by the counter `posts`', async () => {
    await posts(2);
    const refused = await deny(post(GOOD));
    expect(summary(refused)).toEqual(denied('budget_exceeded', 'chat'));
    expect(refused.counter).toEqual({ name: 'posts', limit: 2, retryAfter: null });
    expect(denialResponse(refused, 'q1')).toEqual({
      status: 429,
      headers: { 'content-type': 'application/json', 'x-policy-decision': 'deny' },
      body: '{"error":{"code":"policy_denied","reason":"budget_exceeded","capability":"chat","request_id":"q1","counter":"posts","limit":2}}',
    });
  });

  test('24: the first valid post in the next task is admitted', async () => {
    await posts(2);
    expect(await outcome(post(GOOD, { task: { id: 't2' } }))).toEqual(allowed('chat', ['tenant', 'tok']));
  });

  test('25: a refused post costs nothing', async () => {
    await posts(1);
    expect(await outcome(post('{"channel":"dev","text":"hi"}'))).toEqual(denied('predicate_false', 'chat'));
    expect(await outcome(post(GOOD))).toEqual(allowed('chat', ['tenant', 'tok']));
  });

  const get = request('GET https://chat.example/api/x');
  const calls = async (count: number) => {
    for (let call = 0; call < count; call++) {
      const { reservation } = await admit(get);
      if (reservation)
        await settle(policy, get, reservation, { kind: 'response', status: 200, now: NINE }, store);
    }
  };

  test('26: the 101st call inside the hour is refused until the hour is over', async () => {
    await calls(100);
    const refused = await deny({ ...get, now: minutes(30) });
    expect(refused.counter).toEqual({ name: 'calls', limit: 100, retryAfter: 1800 });
    expect(denialResponse(refused, 'q1')).toMatchObject({ status: 429, headers: { 'retry-after': '1800' } });
  });

  test('27: the first call after the hour boundary is admitted', async () => {
    await calls(100);
    expect(await outcome({ ...get, now: minutes(60) })).toEqual(allowed('chat', ['tok']));
  });

  const llm = request('POST https://llm.example/v1/messages', { headers: JSON_TYPE, body: '{}' });
  const account = 'workspace/w1/llm/output_tokens';
  const answer = (tokens: number) =>
    ({
      kind: 'response',
      status: 200,
      headers: JSON_TYPE,
      body: `{"usage":{"output_tokens":${tokens}}}`,
      now: NINE,
    }) as const;
  const spend = async (...amounts: readonly number[]) => {
    for (const amount of amounts) {
      const { reservation } = await admit(llm);
      if (reservation) await settle(policy, llm, reservation, answer(amount), store);
    }
  };

  test('40: 400 are reserved, and what was used is charged', async () => {
    const { reservation, transforms } = await admit(llm);
    expect(transforms).toEqual(['t0']);
    expect(await store.usage(account, NINE.getTime())).toEqual({ used: 0, reserved: 400 });
    if (!reservation) throw new Error('nothing reserved');
    expect(await settle(policy, llm, reservation, answer(123), store)).toEqual({
      isSettled: true,
      charges: [{ counter: 'output_tokens', amount: 123, ceilingReason: null }],
    });
    expect(await store.usage(account, NINE.getTime())).toEqual({ used: 123, reserved: 0 });
  });

  test('41: of two in flight with 300 used the second is refused', async () => {
    await spend(300);
    expect(await outcome(llm)).toEqual(allowed('llm', ['t0']));
    expect(await outcome(llm)).toEqual(denied('budget_exceeded', 'llm'));
  });

  test('42: a stream that breaks off is charged what was reserved', async () => {
    const { reservation } = await admit(llm);
    if (!reservation) throw new Error('nothing reserved');
    expect(await settle(policy, llm, reservation, { kind: 'aborted', now: NINE }, store)).toEqual({
      isSettled: true,
      charges: [{ counter: 'output_tokens', amount: 400, ceilingReason: 'stream_aborted' }],
    });
  });

  test('43: what goes beyond the limit is charged in full, and the next request is refused', async () => {
    await spend(300, 300, 520);
    expect(await store.usage(account, NINE.getTime())).toEqual({ used: 1120, reserved: 0 });
    expect(await outcome(llm)).toEqual(denied('budget_exceeded', 'llm'));
  });
});

describe('secrets and credentials', () => {
  const vault = (missing: string) => ({
    secret: (name: string) => (name === missing ? undefined : 'value'),
    hasCredential: (name: string) => name !== missing,
  });

  test('28: without its secret a transform refuses the request', async () => {
    const refused = await deny(post(GOOD), { vault: vault('tenant-id') });
    expect(refused).toMatchObject({ capability: 'chat', reason: 'auth_unavailable', stage: 'credentials' });
    expect(refused.transformsFailed).toEqual({ tenant: 'auth_unavailable' });
    expect(refused.authFailures).toEqual({});
    expect(denialResponse(refused, 'q1').status).toBe(502);
  });

  test('29: without its credential `auth` refuses the request', async () => {
    const refused = await deny(request('GET https://chat.example/api/x'), { vault: vault('chat-bot') });
    expect(refused).toMatchObject({ capability: 'chat', reason: 'auth_unavailable', stage: 'credentials' });
    expect(refused.authFailures).toEqual({ 'chat-bot': 'auth_unavailable' });
    expect(denialResponse(refused, 'q1').status).toBe(502);
  });
});

test('secrets are asked for before credentials, in whatever order the transforms stand', async () => {
  const capabilities = compiled(`
    - name: api
      type: http
      allow: [{domains: [api.example], methods: [GET]}]
      transforms:
        - {name: key, auth: bot}
        - {name: late, headers: {set: {x-b: {expr: 'secrets["two"]'}}}}
        - {name: early, query: {set: {a: {expr: 'secrets["one"]'}}}}
  `);
  const asked: string[] = [];
  const vault = {
    secret: (name: string) => {
      asked.push(name);
      return name === 'two' ? undefined : 'value';
    },
    hasCredential: () => false,
  };
  const api = mergeCapabilities([{ origin: 'role', capabilities }]);
  const refused = await decide(api, request('GET https://api.example/'), { vault });
  expect(refused).toMatchObject({ transformsFailed: { late: 'auth_unavailable' }, authFailures: {} });
  expect(asked).toEqual(['one', 'two']);
});

test('44: a name that no rule covers is not resolved', () => {
  expect(decideName(policy, 'unknown.example')).toEqual({
    decision: 'deny',
    policyType: 'dns',
    stage: 'dns',
    reason: 'name_not_covered',
  });
});
