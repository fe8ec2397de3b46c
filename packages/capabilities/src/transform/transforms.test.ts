import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileCapabilities } from '../compile-capabilities.ts';
import { decide } from '../decision/decide.ts';
import type { CapabilityRequest } from '../decision/request.ts';
import { mergeCapabilities } from '../policy/policy.ts';
import type { ForwardedRequest } from './forwarded-request.ts';

const RULES = 'allow: [{name: all, domains: [api.example], methods: [GET, POST]}]';
const VAULT = { secret: (name: string) => `<${name}>`, hasCredential: () => true };

/** What becomes of a request under some transforms: as it goes on, or why it does not. */
async function sent(transforms: string, request: Partial<CapabilityRequest> = {}) {
  const { capabilities, problems } = compileCapabilities(
    parse(`[{name: api, type: http, ${RULES}, transforms: [${transforms}]}]`),
  );
  if (!capabilities) throw new Error(problems[0]?.message);
  const policy = mergeCapabilities([{ origin: 'role', capabilities }]);
  const asked = { method: 'GET', url: 'https://api.example/v1/x?b=1&a=2', now: new Date(0), ...request };
  const decision = await decide(policy, asked, { vault: VAULT });
  if (decision.decision === 'allow') return decision.forward;
  return `${Object.keys(decision.transformsFailed).join()}: ${decision.reason}, ${decision.detail}`;
}

async function forwarded(transforms: string, request: Partial<CapabilityRequest> = {}) {
  const forward = await sent(transforms, request);
  if (typeof forward === 'string') throw new Error(forward);
  return forward;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string): Partial<CapabilityRequest> => ({ method: 'POST', headers: JSON_TYPE, body });
const bodyOf = ({ body }: ForwardedRequest): string => new TextDecoder().decode(body);

test('without transforms a request goes on as it came', async () => {
  const request = { method: 'POST', url: 'https://API.example/%7ea?%62', headers: { 'X-A': ['1', '2'] } };
  expect(await forwarded('', { ...request, body: '{ "a" : 1.0 }' })).toEqual({
    method: 'POST',
    scheme: 'https',
    host: 'api.example',
    port: 443,
    path: '/%7ea',
    query: '%62',
    headers: { 'x-a': ['1', '2'] },
    body: new TextEncoder().encode('{ "a" : 1.0 }'),
    auth: null,
  });
});

describe('paths', () => {
  const path = async (change: string, url = 'https://api.example/v1/x') => {
    const forward = await sent(`{path: ${change}}`, { url });
    return typeof forward === 'string' ? forward : forward.path;
  };

  test.each([
    ['{strip_prefix: /v1}', '/x'],
    ['{strip_prefix: /v1/}', '/x'],
    ['{strip_prefix: /v1/x}', '/'],
    ['{strip_prefix: /}', '/v1/x'],
    ['{add_prefix: /api}', '/api/v1/x'],
    ['{add_prefix: "/a b"}', '/a%20b/v1/x'],
    ['{strip_prefix: /v1, add_prefix: /v2/}', '/v2/x'],
    ['{replace: /new}', '/new'],
    [`{replace: {expr: '"/" + request.segments[1]'}}`, '/x'],
    [`{replace: {expr: '"/\u00fc " + request.method'}}`, '/%C3%BC%20GET'],
    ['{strip_prefix: /v}', 't0: transform_failed, the path begins otherwise'],
    [`{replace: {expr: 'request.host'}}`, 't0: transform_failed, the path cannot be sent'],
    [`{replace: {expr: '"//" + request.host'}}`, 't0: transform_failed, the path cannot be sent'],
    [`{replace: {expr: '"/a?" + request.host'}}`, 't0: transform_failed, the path cannot be sent'],
    [`{replace: {expr: '"/a/../b"'}}`, 't0: transform_failed, the path cannot be sent'],
    [`{replace: {expr: '"/100%"'}}`, 't0: transform_failed, the path cannot be sent'],
  ])('%s makes %s of /v1/x', async (change, expected) => {
    expect(await path(change)).toBe(expected);
  });

  test('a prefix is taken off as it was sent, encoded or not', async () => {
    expect(await path('{strip_prefix: /v1}', 'https://api.example/v1/%7Ea')).toBe('/%7Ea');
    expect(await path('{strip_prefix: /v1}', 'https://api.example/v1')).toBe('/');
    expect(await path('{strip_prefix: /v1}', 'https://api.example/v1/')).toBe('/');
  });
});

describe('queries', () => {
  const query = async (change: string, url = 'https://api.example/v1/x?b=1&a=2&b=%33') =>
    (await forwarded(`{query: ${change}}`, { url })).query;

  test.each([
    ['{set: {b: 9}}', 'b=9&a=2'],
    ['{set: {c: "x y&z"}}', 'b=1&a=2&b=%33&c=x%20y%26z'],
    ['{add: {b: true}}', 'b=1&a=2&b=%33&b=true'],
    ['{remove: [b]}', 'a=2'],
    ['{remove: [b, a]}', null],
    ['{remove: [b], add: {b: 4}}', 'a=2&b=4'],
    [`{set: {a: {expr: 'request.query["b"][1]'}}}`, 'b=1&a=3&b=%33'],
  ])('%s makes %s of b=1&a=2&b=%%33', async (change, expected) => {
    expect(await query(change)).toBe(expected);
  });

  test('a parameter is found under any spelling of its name', async () => {
    expect(await query('{remove: ["a b"]}', 'https://api.example/?a+b=1&a%20b=2&c')).toBe('c');
  });
});

describe('headers', () => {
  const headers = async (change: string, given: CapabilityRequest['headers'] = { 'X-A': '1', 'x-b': '2' }) =>
    (await forwarded(`{headers: ${change}}`, { headers: given })).headers;

  test.each([
    ['{set: {X-A: 9}}', { 'x-a': ['9'], 'x-b': ['2'] }],
    ['{add: {x-a: 9}}', { 'x-a': ['1', '9'], 'x-b': ['2'] }],
    ['{remove: [X-a]}', { 'x-b': ['2'] }],
    ['{remove: [x-a], add: {x-a: 3}}', { 'x-a': ['3'], 'x-b': ['2'] }],
    [`{set: {x-a: {expr: 'secrets["key"] + "!"'}}}`, { 'x-a': ['<key>!'], 'x-b': ['2'] }],
  ])('%s', async (change, expected) => {
    expect(await headers(change)).toEqual(expected);
  });

  test.each([
    ['a line break', '"a\\n" + request.host', 'the value is no text for a header'],
    ['a blank at its end', '"a "', 'the value is no text for a header'],
    ['null', 'request.body', 'the expression gives no text'],
    ['a member that is not there', 'request.headers["x-c"][0]', 'the expression fails'],
  ])('a computed value with %s refuses the request', async (_, expression, detail) => {
    expect(await sent(`{name: own, headers: {set: {x-a: {expr: '${expression}'}}}}`)).toBe(
      `own: transform_failed, ${detail}`,
    );
  });
});

describe('bodies', () => {
  const body = async (change: string, given = '{"a":1.0,"list":[1,{"b":2}],"big":9007199254740993}') => {
    const forward = await sent(`{body: ${change}}`, post(given));
    return typeof forward === 'string' ? forward : bodyOf(forward);
  };

  test.each([
    ['{set: {/a: x}}', '{"a":"x","list":[1,{"b":2}],"big":9007199254740993}'],
    ['{set: {/new: null}}', '{"a":1.0,"list":[1,{"b":2}],"big":9007199254740993,"new":null}'],
    ['{set: {/list/0: true}}', '{"a":1.0,"list":[true,{"b":2}],"big":9007199254740993}'],
    ['{set: {/list/1/b: 3}}', '{"a":1.0,"list":[1,{"b":3}],"big":9007199254740993}'],
    ['{set: {/list/-: 3}}', '{"a":1.0,"list":[1,{"b":2},3],"big":9007199254740993}'],
    ['{remove: [/list/0, /a]}', '{"list":[{"b":2}],"big":9007199254740993}'],
    ['{remove: [/nope/x, /list/7]}', '{"a":1.0,"list":[1,{"b":2}],"big":9007199254740993}'],
    [`{set: {'': {expr: 'request.body.list'}}}`, '[1,{"b":2}]'],
    [`{set: {/a: {expr: 'request.body.big + 1'}}, remove: [/big, /list]}`, '{"a":9007199254740994}'],
    ['{set: {/nope/x: 1}}', 't0: transform_failed, what would hold the member is not there'],
    ['{set: {/list/9: 1}}', 't0: transform_failed, what would hold the member is not there'],
    ['{set: {/a/x: 1}}', 't0: transform_failed, what would hold the member is not there'],
    ["{set: {/a: {expr: 'dyn(now)'}}}", 't0: transform_failed, the expression gives no JSON'],
  ])('%s makes %s of it', async (change, expected) => {
    expect(await body(change)).toBe(expected);
  });

  test('keys are written as JSON Pointers have them', async () => {
    expect(await body('{set: {/a~1b: 1, /m~0n: 2}}', '{"a/b":0,"m~n":0}')).toBe('{"a/b":1,"m~n":2}');
  });

  test('the length that is told fits the new body', async () => {
    const headers = { ...JSON_TYPE, 'Content-Length': '7', 'Transfer-Encoding': 'chunked' };
    const changed = await forwarded('{body: {set: {/a: "\u00fc"}}}', { ...post('{"a":1}'), headers });
    expect(changed.headers).toEqual({ 'content-type': ['application/json'], 'content-length': ['10'] });
  });

  test.each([
    ['a body of another type', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['no body', { method: 'GET' }],
    ['a compressed body', { ...post('{}'), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } }],
  ])('%s refuses the request', async (_, request) => {
    expect(await sent('{body: {set: {/a: 1}}}', request)).toBe('t0: transform_failed, the body is not JSON');
  });
});

describe('several transforms', () => {
  test('run by class, in the order of the author within one, each on what the one before it left', async () => {
    const changed = await forwarded(
      `{headers: {add: {x-a: one}}}, {path: {strip_prefix: /v1}}, {headers: {add: {x-a: two}}},
       {path: {add_prefix: /v2}}, {headers: {remove: [x-b]}}`,
      { headers: { 'x-b': '1' } },
    );
    expect([changed.path, changed.headers]).toEqual(['/v2/x', { 'x-a': ['one', 'two'] }]);
  });

  test('compute from the request as it came, not from what others made of it', async () => {
    const changed = await forwarded(
      `{path: {add_prefix: /v2}}, {query: {set: {from: {expr: 'request.path'}}}},
       {headers: {set: {x-a: new}}}, {headers: {set: {x-b: {expr: 'request.headers["x-a"][0]'}}}},
       {body: {set: {/a: 2}}}, {body: {set: {/b: {expr: 'request.body.a'}}}}`,
      { ...post('{"a":1}'), headers: { ...JSON_TYPE, 'x-a': 'old' } },
    );
    expect([changed.query, changed.headers['x-b'], bodyOf(changed)]).toEqual([
      'b=1&a=2&from=%2Fv1%2Fx',
      ['old'],
      '{"a":2,"b":1}',
    ]);
  });

  test('go nowhere when one of them fails', async () => {
    expect(await sent('{headers: {set: {x-a: b}}}, {name: cut, path: {strip_prefix: /v9}}')).toBe(
      'cut: transform_failed, the path begins otherwise',
    );
  });

  test('leave the credential to the end', async () => {
    const changed = await forwarded(
      '{name: key, auth: {credential: bot, scopes: [read]}}, {path: {replace: /}}',
    );
    expect([changed.path, changed.auth]).toEqual([
      '/',
      { transform: 'key', credential: 'bot', scopes: ['read'] },
    ]);
  });
});

test('half of a character, which JSON can hold, is in no path, query or header', async () => {
  for (const change of ['query: {set: {a: {', 'headers: {set: {x-a: {'])
    expect(await sent(`{${change}expr: 'request.body.a'}}}}`, post('{"a":"\\ud800"}'))).toBe(
      't0: transform_failed, the value holds half of a character',
    );
});
