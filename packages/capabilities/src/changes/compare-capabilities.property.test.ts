// Whatever a request proves to be admitted newly, or to go on otherwise, the comparison of two lists says so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryBudgetStore } from '../budget/memory-budget-store.ts';
import type { Capability } from '../capability.ts';
import { compileCapabilities } from '../compile-capabilities.ts';
import { decide } from '../decision/decide.ts';
import { mergeCapabilities } from '../policy/policy.ts';
import { compareCapabilities } from './compare-capabilities.ts';

const some = <T>(...items: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 2 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const allow = fc.record({
  name: maybe(fc.constantFrom('r', 's')),
  domains: some(
    'a.example',
    'b.example',
    '*.a.example',
    '**.a.example',
    'x*.a.example',
    '*',
    'a.example:8443',
    '10.0.0.1',
  ),
  methods: some('GET', 'POST'),
  paths: maybe(some('/**', '/v1/**', '/v1/*', '/v1/a', '/v*/a', '/a*b', '/**/x')),
  allow_insecure: maybe(fc.boolean()),
  when: maybe(some('request.method == "GET"', 'request.path == "/v1/a"', 'request.body.n == 1')),
  body_schema: maybe(
    fc.constantFrom({ type: 'object' }, { type: 'object', properties: { n: { type: 'string' } } }),
  ),
});
const counter = fc.record({
  limit: fc.constantFrom(1, 2, 3),
  debit: maybe(fc.constantFrom<unknown>(1, 2, 'request.method == "GET" ? 1 : 0')),
  scope: maybe(fc.constantFrom('task', 'workspace')),
  applies_to: maybe(some('r', 's')),
});
const capability = fc.record({
  name: fc.constantFrom('one', 'two', 'three'),
  type: fc.constant('http'),
  allow: fc.array(allow, { minLength: 1, maxLength: 2 }),
  transforms: maybe(
    fc.constantFrom<{ readonly auth: object; readonly applies_to?: readonly string[] }[]>(
      [{ auth: { credential: 'board' } }],
      [{ auth: { credential: 'desk' }, applies_to: ['r'] }],
    ),
  ),
  budgets: maybe(fc.record({ counters: fc.dictionary(fc.constantFrom('n', 'm'), counter, { maxKeys: 2 }) })),
});
const list = fc.uniqueArray(capability, { minLength: 1, maxLength: 3, selector: ({ name }) => name });

type Document = typeof list extends fc.Arbitrary<infer T> ? T : never;
type Edit = readonly [kind: number, at: number, other: Document[number]];

/** One way in which an author changes a list. */
function edited(document: Document, [kind, at, other]: Edit): Document {
  const own = document[at % document.length] as Document[number];
  const rest = document.filter((each) => each !== own);
  const next = rest[at % Math.max(rest.length, 1)];
  switch (kind) {
    case 0:
      return document.toReversed();
    case 1:
      return rest.length > 0 ? rest : document;
    case 2:
      return [other, ...document.filter(({ name }) => name !== other.name)];
    case 3:
      return [...rest, { ...own, allow: other.allow }];
    case 4:
      return [...rest, { ...own, budgets: other.budgets }];
    case 5:
      return [{ ...own, transforms: other.transforms }, ...rest];
    case 6:
      return document.map((each) => ({ ...each, allow: each.allow.toReversed() }));
    case 7:
      return document.map((each) => (each === own ? { ...own, name: other.name } : each));
    case 8:
      return next
        ? [
            { ...own, allow: next.allow },
            { ...next, allow: own.allow },
          ]
        : document;
    default:
      return document.map((each) =>
        each === own ? { ...own, allow: [...other.allow, ...own.allow] } : each,
      );
  }
}

const pair = fc
  .tuple(list, fc.array(fc.tuple(fc.nat(9), fc.nat(2), capability), { minLength: 1, maxLength: 2 }))
  .map(([before, edits]) => [before, edits.reduce<Document>(edited, before)] as const);

const urls = [
  ...[
    'https://a.example',
    'https://b.example',
    'https://y.a.example',
    'https://x1.a.example',
    'https://c.test',
  ],
  ...[
    'https://y.x.a.example',
    'https://a.example:8443',
    'http://a.example',
    'http://a.example:8443',
    'https://10.0.0.1',
  ],
].flatMap((origin) => ['/', '/v1/a', '/v1/b', '/vv/a', '/v1/b/x', '/aXb'].map((path) => `${origin}${path}`));
const requests = urls.flatMap((url) => [
  { method: 'GET', url, now: new Date(0) },
  {
    method: 'POST',
    url,
    now: new Date(0),
    headers: { 'content-type': 'application/json' },
    body: '{"n": 1}',
  },
]);

/** Without what the compiler refuses: names of no rule, two rules of one name, schemas for bodies that never come. */
function sound({ allow: rules, budgets, transforms, ...own }: Document[number]): unknown {
  const kept = rules.map(({ name, body_schema, ...rule }, index) => ({
    ...rule,
    name: rules.findIndex((other) => other.name === name) === index ? name : undefined,
    body_schema: rule.methods.includes('POST') ? body_schema : undefined,
  }));
  const known = (names: readonly string[] = []) =>
    names.filter((name) => kept.some((rule) => rule.name === name));
  const bound = <T extends { readonly applies_to?: readonly string[] | undefined }>(part: T) => ({
    ...part,
    applies_to: known(part.applies_to).length > 0 ? known(part.applies_to) : undefined,
  });
  const counters = Object.entries(budgets?.counters ?? {}).map(([name, each]) => [name, bound(each)]);
  return {
    ...own,
    allow: kept,
    transforms: transforms?.map(bound),
    budgets: budgets && { counters: Object.fromEntries(counters) },
  };
}

const compiled = (document: Document) =>
  // JSON has no keys of which nothing was drawn.
  compileCapabilities(JSON.parse(JSON.stringify(document.map(sound)))).capabilities;

/** What becomes of a request that is sent three times. */
async function outcomes(capabilities: readonly Capability[], request: (typeof requests)[number]) {
  const policy = mergeCapabilities([{ origin: 'role', capabilities }]);
  const budgets = new MemoryBudgetStore();
  const found: { readonly isAllowed: boolean; readonly forward: string }[] = [];
  for (let sent = 0; sent < 3; sent++) {
    const decision = await decide(policy, request, { budgets });
    const isAllowed = decision.decision === 'allow';
    found.push({ isAllowed, forward: isAllowed ? JSON.stringify(decision.forward) : '' });
  }
  return found;
}

test('no request is admitted newly, refused newly or changed otherwise without a change that says so', async () => {
  let proofs = 0;
  await fc.assert(
    fc.asyncProperty(pair, async (documents) => {
      const [old, fresh] = documents.map(compiled);
      if (!old || !fresh) return;
      const meanings = [...compareCapabilities(old, fresh)].map(({ meaning }) => meaning);
      for (const request of requests) {
        const [was, is] = [await outcomes(old, request), await outcomes(fresh, request)];
        for (const [sent, now] of is.entries()) {
          const then = was[sent] as typeof now;
          if (then.isAllowed === now.isAllowed && then.forward === now.forward) continue;
          proofs++;
          const wanted = then.isAllowed && !now.isAllowed ? ['narrower', 'unknown'] : ['wider', 'unknown'];
          const seen = `${request.method} ${request.url}, sent the ${sent + 1}. time, against ${meanings.join()}`;
          expect(
            meanings.some((meaning) => wanted.includes(meaning)),
            seen,
          ).toBe(true);
        }
      }
    }),
    { numRuns: 120 },
  );
  expect(proofs).toBeGreaterThan(500);
}, 120_000);
