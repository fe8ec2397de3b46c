import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MemoryBudgetStore } from '../budget/memory-budget-store.ts';
import { settle } from '../budget/settle.ts';
import { compileCapabilities } from '../compile-capabilities.ts';
import { mergeCapabilities, type Policy } from '../policy/policy.ts';
import { type DecisionServices, decide } from './decide.ts';
import type { CapabilityRequest, HeaderFields } from './request.ts';

function policyOf(rule: string, more = ''): Policy {
  const { capabilities, problems } = compileCapabilities(
    parse(`[{name: api, type: http, allow: [{${rule}}]${more}}]`),
  );
  if (!capabilities) throw new Error(problems[0]?.message);
  return mergeCapabilities([{ origin: 'role', capabilities }]);
}

const GET: CapabilityRequest = { method: 'GET', url: 'https://api.example/', now: new Date(0) };
const OPEN = 'domains: [api.example], methods: [GET, POST]';

async function reasonOf(policy: Policy, more: Partial<CapabilityRequest>, services?: DecisionServices) {
  const decision = await decide(policy, { ...GET, ...more }, services);
  return decision.decision === 'allow' ? 'admitted' : [decision.reason, decision.detail];
}

describe('bodies that a schema checks', () => {
  const policy = policyOf(`${OPEN}, body_schema: {type: object}`);
  const post = (headers: CapabilityRequest['headers'], body: string | Uint8Array = '{}') =>
    reasonOf(policy, { method: 'POST', headers: headers ?? {}, body });
  const json = (body: string | Uint8Array) => post({ 'content-type': 'application/json' }, body);

  test.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/vnd.api+json',
    'model/gltf+json',
  ])('the type %s is JSON', async (type) => {
    expect(await post({ 'content-type': type })).toBe('admitted');
  });

  test.each([
    ['text/plain', 'its content type is "text/plain"'],
    ['application/json-seq', 'its content type is "application/json-seq"'],
    ['application/json; charset=latin1', 'its charset is "latin1"'],
  ])('the type %s is not', async (type, why) => {
    expect(await post({ 'content-type': type })).toEqual(['body_not_json', why]);
  });

  test('no type, and several, are none', async () => {
    expect(await post({})).toEqual(['body_not_json', 'it has no content type']);
    const several = { 'content-type': ['application/json', 'text/plain'] };
    expect(await post(several)).toEqual(['body_not_json', 'it has several content types']);
  });

  test('a compressed body is refused, whatever is in it', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await post(headers)).toEqual(['body_not_json', 'it is sent with the encoding "gzip"']);
    expect(await post({ ...headers, 'content-encoding': 'identity' })).toBe('admitted');
  });

  test.each([
    ['{"a":1,"\\u0061":2}', 'duplicate key "a", at 7'],
    ['{"a":1} x', 'text after the JSON value, at 8'],
    [`${'['.repeat(65)}`, 'nested deeper than 64 levels, at 64'],
    ['\ufeff{}', 'expected a value, at 0'],
  ])('%s is no JSON', async (body, why) => {
    expect(await json(body)).toEqual(['body_not_json', why]);
  });

  test('bytes that are not UTF-8 are none', async () => {
    expect(await json(Uint8Array.of(0x22, 0xff, 0x22))).toEqual(['body_not_json', 'it is not UTF-8']);
  });

  test('1 MiB is looked at, and a byte more is not', async () => {
    const padded = (size: number) => `{}${' '.repeat(size - 2)}`;
    expect(await json(padded(1024 * 1024))).toBe('admitted');
    expect(await json(padded(1024 * 1024 + 1))).toEqual(['body_too_large', null]);
  });

  test('no body fits only what accepts anything, whatever the method', async () => {
    expect(await json('')).toEqual(['body_schema_failed', null]);
    expect(await reasonOf(policy, {})).toEqual(['body_schema_failed', null]);
    for (const schema of ['{}', 'true'])
      expect(await reasonOf(policyOf(`${OPEN}, body_schema: ${schema}`), {})).toBe('admitted');
  });
});

describe('hosts', () => {
  const policy = policyOf('domains: ["*.example.com", "api-*.example.org"], methods: [GET]');

  test.each([
    ['https://b\u00fccher.example.com/', 'admitted'],
    ['https://xn--bcher-kva.example.com/', 'admitted'],
    ['https://a\u3002example.com/', 'admitted'],
    ['https://api-\u00fc.example.org/', ['no_domain', null]],
    ['https://example.com/', ['no_domain', null]],
    ['https://%61.example.com/', ['no_domain', null]],
    ['https://a.example.com@other.example/', ['no_domain', null]],
    ['ftp://a.example.com/', ['no_domain', null]],
  ])('%s', async (url, expected) => {
    expect(await reasonOf(policy, { url })).toEqual(expected);
  });

  test.each([
    ['a.example.com', undefined, 'admitted'],
    ['A.EXAMPLE.com:443', 'a.example.com', 'admitted'],
    ['b.example.com', undefined, ['host_mismatch', null]],
    ['a.example.com:8443', undefined, ['host_mismatch', null]],
    ['a.example.com', 'b.example.com', ['host_mismatch', null]],
  ])('the header `Host: %s` and the TLS name %s', async (host, serverName, expected) => {
    const more = { url: 'https://a.example.com/', headers: { host }, ...(serverName && { serverName }) };
    expect(await reasonOf(policy, more)).toEqual(expected);
  });
});

describe('before any rule is asked', () => {
  test.each<[string, Partial<CapabilityRequest>, string]>([
    ['a connection without a token', { hasToken: false }, 'no_token'],
    ['a WebSocket', { headers: { Upgrade: 'websocket' } }, 'upgrade_denied'],
    ['an ambiguous path', { url: 'https://api.example/a/%2e%2e/b' }, 'path_ambiguous'],
  ])('%s is refused', async (_, more, reason) => {
    expect(await reasonOf(policyOf(OPEN), more)).toEqual([reason, null]);
  });
});

describe('the reason of a refusal', () => {
  const policy = mergeCapabilities([
    {
      origin: 'role',
      capabilities:
        compileCapabilities(
          parse(`
            - {name: one, type: http, allow: [{domains: [api.example], methods: [POST]}]}
            - {name: two, type: http, allow: [{domains: [api.example], methods: [GET], when: 'request.path == "/a"'}]}
            - {name: three, type: http, allow: [{domains: [api.example], methods: [GET], when: 'request.path == "/b"'}]}
          `),
        ).capabilities ?? [],
    },
  ]);

  test('is that of the rule that got furthest, of equals the first', async () => {
    expect(await decide(policy, GET)).toMatchObject({
      reason: 'predicate_false',
      capability: 'two',
      detail: 'request.path == "/a"',
    });
  });
});

describe('predicates', () => {
  const asked = (when: string) =>
    reasonOf(policyOf(`domains: [api.example], methods: [GET], when: ${when}`), {});

  test('are all asked, up to the first that does not hold', async () => {
    expect(await asked(`['request.method == "GET"', 'request.path == "/"']`)).toBe('admitted');
    expect(await asked(`['request.method == "GET"', 'request.path == "/x"', 'request.port == 1']`)).toEqual([
      'predicate_false',
      'request.path == "/x"',
    ]);
  });

  test('that fail refuse, even where their opposite would hold', async () => {
    expect(await asked(`'!(request.headers["x-a"][0] == "b")'`)).toEqual([
      'predicate_error',
      '!(request.headers["x-a"][0] == "b"): No such key: x-a',
    ]);
  });
});

describe('budgets', () => {
  const account = 'workspace//api/c';

  test('a limit of 0 refuses also what costs nothing', async () => {
    for (const counter of [
      'limit: 0',
      'limit: 0, debit: 0',
      'limit: 0, ceiling: 0',
      "limit: 0, debit: '0'",
    ]) {
      const policy = policyOf(OPEN, `, budgets: {counters: {c: {${counter}}}}`);
      expect(await reasonOf(policy, {})).toEqual(['budget_exceeded', null]);
    }
  });

  test('the first counter without room is named, and the others keep theirs', async () => {
    const counters = '{a: {limit: 5}, c: {limit: 0}, b: {limit: 0}}';
    const budgets = new MemoryBudgetStore();
    const decision = await decide(policyOf(OPEN, `, budgets: {counters: ${counters}}`), GET, { budgets });
    expect(decision).toMatchObject({ reason: 'budget_exceeded', counter: { name: 'c', limit: 0 } });
    expect(await budgets.usage('workspace//api/a', 0)).toEqual({ used: 0, reserved: 0 });
  });

  test('what cannot be priced finds no room', async () => {
    const counter = `{limit: 100, debit: 'int(request.headers["x-cost"][0])'}`;
    const policy = policyOf(OPEN, `, budgets: {counters: {c: ${counter}}}`);
    expect(await reasonOf(policy, { headers: { 'x-cost': '100' } })).toBe('admitted');
    expect(await reasonOf(policy, { headers: { 'x-cost': '-1' } })).toEqual(['budget_exceeded', null]);
    expect(await reasonOf(policy, {})).toEqual(['budget_exceeded', null]);
  });

  test('a response that is still compressed is charged what was reserved', async () => {
    const counter = "{limit: 100, debit: 'response.body.n', ceiling: 40}";
    const policy = policyOf(OPEN, `, budgets: {counters: {c: ${counter}}}`);
    const budgets = new MemoryBudgetStore();
    const charged = async (headers: HeaderFields) => {
      const decision = await decide(policy, GET, { budgets });
      if (decision.decision === 'deny' || !decision.reservation) throw new Error('nothing is reserved');
      const response = { kind: 'response', status: 200, headers, body: '{"n":7}', now: GET.now } as const;
      return (await settle(policy, GET, decision.reservation, response, budgets)).charges;
    };
    const type = { 'content-type': 'application/json' };
    expect(await charged(type)).toEqual([{ counter: 'c', amount: 7, ceilingReason: null }]);
    expect(await charged({ ...type, 'content-encoding': 'gzip' })).toEqual([
      { counter: 'c', amount: 40, ceilingReason: 'response_unparsed' },
    ]);
  });

  test('a vault that fails leaves nothing reserved', async () => {
    const policy = policyOf(OPEN, ', transforms: [{auth: bot}], budgets: {counters: {c: {limit: 1}}}');
    const budgets = new MemoryBudgetStore();
    const vault = {
      secret: () => undefined,
      hasCredential: () => {
        throw new Error('no answer');
      },
    };
    await expect(decide(policy, GET, { budgets, vault })).rejects.toThrow('no answer');
    expect(await budgets.usage(account, 0)).toEqual({ used: 0, reserved: 0 });
  });
});
