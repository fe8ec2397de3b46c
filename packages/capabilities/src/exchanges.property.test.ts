// Whole exchanges, with predicates, schemas, transforms and budgets: nothing throws, refusals cost nothing, and in any
// interleaving every admission is charged once (specs/evershell 3.12 and 3.14).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryBudgetStore } from './budget/memory-budget-store.ts';
import { type Outcome, settle } from './budget/settle.ts';
import { compileCapabilities } from './compile-capabilities.ts';
import { decide } from './decision/decide.ts';
import type { Admission } from './decision/decision.ts';
import type { CapabilityRequest } from './decision/request.ts';
import { mergeCapabilities } from './policy/policy.ts';

const NOW = new Date(0);
const ACCOUNT = 'workspace//api/c';

const when = fc.constantFrom(
  'request.body.a == "x"',
  'request.body.n > 1',
  'request.headers["x-a"][0] != ""',
  'request.query.q[0] == "1"',
  'request.segments.size() > 1',
  'request.body.list.all(each, each > 0)',
);
const expression = fc.constantFrom(
  'request.body.a',
  'request.body.n',
  'request.body',
  'request.path',
  'request.headers["x-a"][0]',
  'string(request.body_size)',
  'secrets["s"]',
  'request.body.n / 0',
);
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  expression.map((expr) => ({ expr })),
);
const transform = fc.oneof(
  fc.record({ headers: fc.record({ set: fc.record({ 'x-b': value }) }) }),
  fc.record({ headers: fc.constant({ remove: ['x-a'] }) }),
  fc.record({ query: fc.record({ add: fc.record({ 'a b': value }) }) }),
  fc.record({ path: fc.record({ replace: value }) }),
  fc.record({ path: fc.constant({ strip_prefix: '/v1', add_prefix: '/v2' }) }),
  fc.record({ body: fc.record({ set: fc.record({ '/a': value }) }) }),
);
const counter = fc.record(
  {
    limit: fc.integer({ min: 0, max: 12 }),
    debit: fc.constantFrom(1, 3, 'request.body.n', 'response.body.n', 'response.status / 100'),
    ceiling: fc.integer({ min: 0, max: 5 }),
  },
  { requiredKeys: ['limit', 'ceiling'] },
);
const document = fc.record({
  rule: fc.record(
    {
      domains: fc.constant(['api.example']),
      methods: fc.constant(['POST']),
      when: fc.array(when, { minLength: 1, maxLength: 2 }),
      body_schema: fc.constantFrom({}, true, { type: 'object' }, { required: ['a'] }),
    },
    { requiredKeys: ['domains', 'methods'] },
  ),
  transforms: fc.array(transform, { maxLength: 3 }),
  counter,
});

const json = fc.record(
  {
    a: fc.oneof(fc.constantFrom('x', '\ud800', '\u00fc/..', 'a b\r\n'), fc.string({ unit: 'binary' })),
    n: fc.oneof(fc.integer({ min: -3, max: 4 }), fc.double()),
    list: fc.array(fc.integer()),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  json.map((each) => JSON.stringify(each)),
  fc.constantFrom('', '{', '{"a":1,"a":2}', '[1e999]', '"\\ud800"', `${'['.repeat(70)}`),
  fc.uint8Array(),
);
const request: fc.Arbitrary<CapabilityRequest> = fc.record({
  method: fc.constant('POST'),
  url: fc.constantFrom(
    'https://api.example/v1/x',
    'https://api.example/?q=1&a+b=%ff',
    'https://api.example/v1',
  ),
  headers: fc.constantFrom(
    { 'content-type': 'application/json', 'x-a': '1' },
    { 'content-type': 'application/json' },
    { 'content-type': 'text/plain', 'x-a': '' },
  ),
  body,
  now: fc.constant(NOW),
});
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant('response' as const),
    status: fc.constantFrom(200, 500),
    headers: fc.constant({ 'content-type': 'application/json' }),
    body,
    now: fc.constant(NOW),
  }),
  fc.record({ kind: fc.constantFrom('aborted' as const, 'not_sent' as const), now: fc.constant(NOW) }),
);

test('any exchange is decided and settled without an exception, and charged once', async () => {
  await fc.assert(
    fc.asyncProperty(
      document,
      fc.array(fc.tuple(request, outcome), { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async ({ rule, transforms, counter: c }, exchanges, chance) => {
        const { capabilities } = compileCapabilities([
          { name: 'api', type: 'http', allow: [rule], transforms, budgets: { counters: { c } } },
        ]);
        // Some of the texts cannot be a value; such a list is nothing to decide by.
        if (!capabilities) return;
        const policy = mergeCapabilities([{ origin: 'role', capabilities }]);
        const budgets = new MemoryBudgetStore();
        const decisions = await Promise.all(
          exchanges.map(async ([asked, ended]) => ({
            asked,
            ended,
            made: await decide(policy, asked, { budgets }),
          })),
        );
        const admitted = decisions.flatMap(({ asked, ended, made }) =>
          made.decision === 'allow' ? [{ asked, ended, held: heldBy(made) }] : [],
        );
        const { used, reserved } = await budgets.usage(ACCOUNT, 0);
        expect([used, reserved]).toEqual([0, c.ceiling * admitted.length]);
        expect(c.limit === 0 ? admitted.length : Math.max(reserved - c.limit, 0)).toBe(0);

        let charged = 0;
        // Everything is settled twice, in any order: the second time it is not charged.
        const twice = shuffled([...admitted, ...admitted], chance);
        for (const { asked, ended, held } of twice) {
          const { isSettled, charges } = await settle(policy, asked, held, ended, budgets);
          for (const { amount } of charges) charged += amount;
          expect(charges.length).toBe(isSettled && ended.kind !== 'not_sent' ? 1 : 0);
          expect(charges.every(({ amount }) => amount >= 0)).toBe(true);
        }
        expect(await budgets.usage(ACCOUNT, 0)).toEqual({ used: charged, reserved: 0 });
      },
    ),
    { numRuns: 400 },
  );
});

function heldBy({ reservation }: Admission) {
  if (!reservation) throw new Error('nothing is reserved');
  return reservation;
}

function shuffled<Item>(items: readonly Item[], chance: Iterator<number>): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: chance.next().value as number }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
