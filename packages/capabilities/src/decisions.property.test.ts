// specs/evershell 3.13 and 3.14 for documents and requests of all kinds: decisions are total, and nothing is admitted
// without a rule that admits it, by a reading of the documents that shares no code with the package.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capability } from './capability.ts';
import { compileCapabilities } from './compile-capabilities.ts';
import { decide } from './decision/decide.ts';
import { explain } from './decision/explain.ts';
import type { CapabilityRequest } from './decision/request.ts';
import { mergeCapabilities } from './policy/policy.ts';

interface Rule {
  readonly domains: readonly string[];
  readonly methods: readonly string[];
  readonly paths: readonly string[];
  readonly allow_insecure?: boolean;
}

interface Document {
  readonly name: string;
  readonly type: 'http';
  readonly allow: readonly Rule[];
}

const host = fc.constantFrom('a.example', 'x.a.example', 'y.x.a.example', 'b.example', 'api-1.b.example');
const domain = fc.constantFrom(
  'a.example',
  '*.a.example',
  '**.a.example',
  'api-*.b.example',
  'b.example:8443',
  '*',
);
const path = fc.constantFrom('/**', '/v1/**', '/v1/*', '/v1/cards', '/v*/cards', '/**/x', '/v1/*/x');
const method = fc.constantFrom('GET', 'POST', 'DELETE');
const rule: fc.Arbitrary<Rule> = fc.record(
  {
    domains: fc.uniqueArray(domain, { minLength: 1, maxLength: 3 }),
    methods: fc.uniqueArray(method, { minLength: 1, maxLength: 3 }),
    paths: fc.uniqueArray(path, { minLength: 1, maxLength: 2 }),
    allow_insecure: fc.boolean(),
  },
  { requiredKeys: ['domains', 'methods', 'paths'] },
);
const document: fc.Arbitrary<Document> = fc.record({
  name: fc.constantFrom('one', 'two', 'three', 'four'),
  type: fc.constant('http' as const),
  allow: fc.array(rule, { minLength: 1, maxLength: 3 }),
});
const list = fc.uniqueArray(document, { maxLength: 4, selector: ({ name }) => name });
const request: fc.Arbitrary<CapabilityRequest> = fc
  .tuple(
    fc.constantFrom('https', 'http'),
    host,
    fc.constantFrom('', ':8443', ':443', ':80'),
    fc.constantFrom(
      '/',
      '/v1',
      '/v1/cards',
      '/v1/cards/x',
      '/v2/cards',
      '/x',
      '/v1//x',
      '/v1/%2e%2e/x',
      '/v1/a%2Fb',
    ),
    method,
  )
  .map(([scheme, name, port, at, verb]) => ({
    method: verb,
    url: `${scheme}://${name}${port}${at}`,
    now: new Date(0),
  }));

/** The reading of its own. Null where the request is ambiguous, so that nothing may be admitted. */
function admits(
  { domains, methods, paths, allow_insecure = false }: Rule,
  { method: verb, url }: CapabilityRequest,
): boolean {
  const [, scheme, name = '', port, at = ''] = /^(https?):\/\/([^:/]+)(?::(\d+))?(.*)$/.exec(url) ?? [];
  if (/%2f|%2e|\/\//i.test(at)) return false;
  if (scheme === 'http' && !allow_insecure) return false;
  const actual = Number(port ?? (scheme === 'https' ? 443 : 80));
  const isReached = domains.some((pattern) => {
    const [glob = '', own] = pattern.split(':');
    return actual === Number(own ?? (scheme === 'https' ? 443 : 80)) && hostGlob(glob).test(name);
  });
  return (
    isReached &&
    methods.includes(verb) &&
    paths.some((pattern) => pathGlob(pattern).test(at === '/' ? '' : at))
  );
}

const hostGlob = (glob: string): RegExp =>
  glob === '*'
    ? /^.*$/
    : new RegExp(
        `^${glob
          .replaceAll('.', '\\.')
          .replace('**', '.+')
          .replace(/(?<!\.)\*/, '[^.]+')}$`,
      );

const pathGlob = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split('/')
      .slice(1)
      .map((part) =>
        part === '**' ? '(/[^/]*)*' : part === '*' ? '/[^/]+' : `/${part.replaceAll('*', '[^/]*')}`,
      )
      .join('')}$`,
  );

function compiled(documents: readonly Document[]): readonly Capability[] | null {
  return compileCapabilities(documents).capabilities;
}

describe('decisions', () => {
  test('admit exactly what the first rule that fits admits', async () => {
    await fc.assert(
      fc.asyncProperty(list, request, async (documents, asked) => {
        const capabilities = compiled(documents);
        if (!capabilities) return;
        const decision = await decide(mergeCapabilities([{ origin: 'role', capabilities }]), asked);
        const expected = documents.flatMap(({ name, allow }) =>
          allow.map((each, index) => ({ name, index, each })),
        );
        const winner = expected.find(({ each }) => admits(each, asked));
        expect(
          [decision.decision, decision.rule?.capability, decision.rule?.index].slice(0, winner ? 3 : 1),
        ).toEqual(winner ? ['allow', winner.name, winner.index] : ['deny']);
      }),
      { numRuns: 1_500 },
    );
  });

  test('agree with their explanation', async () => {
    await fc.assert(
      fc.asyncProperty(list, request, async (documents, asked) => {
        const capabilities = compiled(documents);
        if (!capabilities) return;
        const policy = mergeCapabilities([{ origin: 'role', capabilities }]);
        const { winner } = explain(policy, asked);
        const decision = await decide(policy, asked);
        expect(winner).toEqual(decision.decision === 'allow' ? decision.rule : null);
      }),
      { numRuns: 500 },
    );
  });

  test('are the same whatever the order of capabilities, up to the name of the rule', async () => {
    await fc.assert(
      fc.asyncProperty(list, request, async (documents, asked) => {
        const decisions = [documents, documents.toReversed()].map(async (each) => {
          const capabilities = compiled(each);
          return (
            capabilities &&
            (await decide(mergeCapabilities([{ origin: 'role', capabilities }]), asked)).decision
          );
        });
        const [one, other] = await Promise.all(decisions);
        expect(one).toBe(other);
      }),
      { numRuns: 500 },
    );
  });

  test('follow the strongest source that has a name', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, request, async (role, provider, asked) => {
        const [own, lent] = [compiled(role), compiled(provider)];
        if (!own || !lent) return;
        const merged = mergeCapabilities([
          { origin: 'role', capabilities: own },
          { origin: 'provider', capabilities: lent },
        ]);
        const names = new Set(role.map(({ name }) => name));
        const effective = compiled([...role, ...provider.filter(({ name }) => !names.has(name))]);
        if (!effective) return;
        const alone = mergeCapabilities([{ origin: 'all', capabilities: effective }]);
        expect((await decide(merged, asked)).decision).toBe((await decide(alone, asked)).decision);
      }),
      { numRuns: 500 },
    );
  });

  test('are made of any request, and of anything that compiles, without an exception', async () => {
    const anyRequest = fc.record({
      method: fc.oneof(method, fc.string()),
      url: fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((rest) => `https://a.example/${rest}`),
      ),
      headers: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 2 }))),
      body: fc.oneof(fc.string(), fc.uint8Array(), fc.json()),
      now: fc.constant(new Date(0)),
    });
    await fc.assert(
      fc.asyncProperty(list, anyRequest, async (documents, asked) => {
        const policy = mergeCapabilities([{ origin: 'role', capabilities: compiled(documents) ?? [] }]);
        expect(['allow', 'deny']).toContain((await decide(policy, asked)).decision);
      }),
      { numRuns: 300 },
    );
  });
});

test('any document is compiled or refused with problems, without an exception', () => {
  const nearly = fc.array(
    fc.record({
      name: fc.oneof(fc.string(), fc.constant('one')),
      type: fc.oneof(fc.constant('http'), fc.anything()),
      allow: fc.array(
        fc.oneof(
          rule,
          fc.dictionary(fc.constantFrom('domains', 'methods', 'paths', 'when', 'body_schema'), fc.anything()),
        ),
        { maxLength: 2 },
      ),
      transforms: fc.anything(),
      budgets: fc.anything(),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.oneof(nearly, fc.anything({ withBigInt: true, withDate: true })), (given) => {
      const { capabilities, problems } = compileCapabilities(given);
      expect(capabilities === null).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 1_500 },
  );
});
