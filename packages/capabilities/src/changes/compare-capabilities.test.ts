import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Capability } from '../capability.ts';
import { compileCapabilities } from '../compile-capabilities.ts';
import { decide } from '../decision/decide.ts';
import { mergeCapabilities } from '../policy/policy.ts';
import { compareCapabilities } from './compare-capabilities.ts';

function compiled(document: unknown): readonly Capability[] {
  const { capabilities, problems } = compileCapabilities(document);
  if (!capabilities) throw new Error(JSON.stringify(problems));
  return capabilities;
}

function rule(text: string): unknown[] {
  return [{ name: 'board', type: 'http', allow: [parse(text)] }];
}

const differences = (before: unknown, after: unknown) =>
  [...compareCapabilities(compiled(before), compiled(after))].map(
    ({ meaning, message }) => `${meaning}: ${message}`,
  );

const BASE = '{domains: [api.board.example], methods: [GET], paths: [/v2/**]}';

test.each([
  ['the same', BASE, []],
  ['a name for the rule', BASE.replace('{', '{name: read, '), []],
  [
    'one more method',
    BASE.replace('[GET]', '[GET, POST]'),
    ['wider: the rule 1 admits what was refused: GET POST api.board.example /v2/**'],
  ],
  [
    'a wider path',
    BASE.replace('/v2/**', '/**'),
    ['wider: the rule 1 admits what was refused: GET api.board.example /**'],
  ],
  [
    'a narrower path',
    BASE.replace('/v2/**', '/v2/cards'),
    ['narrower: what the rule 1 admitted is refused: GET api.board.example /v2/**'],
  ],
  ['a path that was covered', BASE.replace('[/v2/**]', '[/v2/**, /v2/cards]'), []],
  [
    'all hosts below one',
    BASE.replace('api.board.example', '"*.board.example"'),
    ['wider: the rule 1 admits what was refused: GET *.board.example /v2/**'],
  ],
  ['the port that was meant', BASE.replace('api.board.example', '"api.board.example:443"'), []],
  [
    'another port',
    BASE.replace('api.board.example', '"api.board.example:8443"'),
    [
      'wider: the rule 1 admits what was refused: GET api.board.example:8443 /v2/**',
      'narrower: what the rule 1 admitted is refused: GET api.board.example /v2/**',
    ],
  ],
  [
    'plain http too',
    BASE.replace('{', '{allow_insecure: true, '),
    ['wider: the rule 1 admits what was refused: GET api.board.example /v2/**'],
  ],
  [
    'a condition',
    BASE.replace('}', `, when: ['request.method == "GET"']}`),
    ['narrower: what the rule 1 admitted may be refused: GET api.board.example /v2/**'],
  ],
])('a rule becomes %s', (_, after, expected) => {
  expect(differences(rule(BASE), rule(after))).toEqual(expected);
});

test('a condition that becomes another one cannot be told', () => {
  const when = (text: string) => rule(BASE.replace('}', `, when: ['${text}']}`));
  expect(differences(when('request.method == "GET"'), when('request.method != "PUT"'))).toEqual([
    'unknown: the rule 1 may admit what was refused: GET api.board.example /v2/** under 1 condition',
    'narrower: what the rule 1 admitted may be refused: GET api.board.example /v2/** under 1 condition',
  ]);
});

const withBudget = (budgets: unknown) => [{ ...(rule(BASE)[0] as object), budgets: { counters: budgets } }];

test.each([
  ['a higher limit', { calls: { limit: 20, scope: 'task' } }, ['wider: the budget calls was 10, is 20']],
  ['a lower limit', { calls: { limit: 5, scope: 'task' } }, ['narrower: the budget calls was 10, is 5']],
  [
    'another scope',
    { calls: { limit: 10, scope: 'workspace' } },
    ['unknown: the budget calls counts something else'],
  ],
  [
    'another name',
    { runs: { limit: 10, scope: 'task' } },
    ['wider: the budget calls is gone', 'narrower: the budget runs is new'],
  ],
])('a budget with %s', (_, budgets, expected) => {
  expect(differences(withBudget({ calls: { limit: 10, scope: 'task' } }), withBudget(budgets))).toEqual(
    expected,
  );
});

test('a credential that is taken anew is wider', () => {
  const auth = [
    { ...(rule(BASE)[0] as object), transforms: [{ name: 'login', auth: { credential: 'board' } }] },
  ];
  expect(differences(rule(BASE), auth)).toEqual([
    'wider: now takes the credential board',
    'unknown: requests are changed in another way',
  ]);
});

test('another order is told, since the first rule that fits wins', () => {
  const two = [...rule(BASE), { ...(rule(BASE)[0] as object), name: 'second' }];
  expect(differences(two, two.toReversed())).toEqual(['unknown: the capabilities come in another order']);
});

const domain = fc.constantFrom(
  'a.example',
  'b.example',
  '*.a.example',
  '**.a.example',
  'x*.a.example',
  '*',
  'a.example:8443',
);
const path = fc.constantFrom('/**', '/v1/**', '/v1/*', '/v1/a', '/v*/a', '/a*b', '/**/x');
const allow = fc.record({
  domains: fc.uniqueArray(domain, { minLength: 1, maxLength: 2 }),
  methods: fc.uniqueArray(fc.constantFrom('GET', 'POST'), { minLength: 1, maxLength: 2 }),
  paths: fc.uniqueArray(path, { minLength: 1, maxLength: 2 }),
});
const list = fc
  .array(allow, { minLength: 1, maxLength: 3 })
  .map((rules) => [{ name: 'c', type: 'http', allow: rules }])
  .filter((document) => compileCapabilities(document).capabilities !== null);
const requests = [
  'a.example',
  'b.example',
  'y.a.example',
  'x1.a.example',
  'y.x.a.example',
  'a.example:8443',
  'c.test',
]
  .flatMap((host) =>
    ['/', '/v1', '/v1/a', '/v1/b', '/v1/b/x', '/vv/a', '/aXb', '/q/x'].map((at) => `https://${host}${at}`),
  )
  .flatMap((url) => ['GET', 'POST'].map((method) => ({ method, url, now: new Date(0) })));

test('no request is newly admitted without a change that says so', async () => {
  await fc.assert(
    fc.asyncProperty(list, list, async (before, after) => {
      const [old, fresh] = [compiled(before), compiled(after)];
      const meanings = [...compareCapabilities(old, fresh)].map(({ meaning }) => meaning);
      const policies = [old, fresh].map((capabilities) =>
        mergeCapabilities([{ origin: 'role', capabilities }]),
      );
      for (const request of requests) {
        const [was, is] = await Promise.all(
          policies.map(async (policy) => (await decide(policy, request)).decision),
        );
        if (was === 'deny' && is === 'allow') expect(meanings, request.url).toContain('wider');
        if (was === 'allow' && is === 'deny') expect(meanings, request.url).toContain('narrower');
      }
    }),
    { numRuns: 150 },
  );
});
