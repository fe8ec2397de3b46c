// `pnpm bench capabilities`: decisions per second, and the time to compile, as lists of capabilities grow.
import { availableParallelism } from 'node:os';
import {
  type CapabilityRequest,
  compileCapabilities,
  decide,
  explain,
  mergeCapabilities,
} from '@packwright/capabilities';
import { table } from './harness/table.ts';

const SIZES = [1, 10, 100, 500, 1_000, 10_000];
const RULES_PER_CAPABILITY = 64;
/** One list is at most 512 KiB; more rules come as more lists, as from several packs. */
const CAPABILITIES_PER_LIST = 50;
/** Capabilities of a role, doubled each time. */
const ROLES = [25, 50, 100, 200];
const GOAL = 10_000;
const NOW = new Date('2026-03-01T09:00:00Z');

console.log(`Node ${process.versions.node}, ${availableParallelism()} processors; processor time`);
await grow('each rule for a host of its own', (rule) => `host${rule}.example`);
await grow('every rule for one host, the request admitted by the last', () => 'api.example');
await realistic();

/** A list of so many rules, each for a path of its own. */
function listOf(rules: number, host: (rule: number) => string): readonly object[] {
  const capabilities = Math.ceil(rules / RULES_PER_CAPABILITY);
  return Array.from({ length: capabilities }, (_, capability) => ({
    name: `c${capability}`,
    type: 'http',
    allow: Array.from(
      { length: Math.min(RULES_PER_CAPABILITY, rules - capability * RULES_PER_CAPABILITY) },
      (_, index) => {
        const rule = capability * RULES_PER_CAPABILITY + index;
        return { domains: [host(rule)], methods: ['GET'], paths: [`/r${rule}/**`] };
      },
    ),
  }));
}

async function grow(title: string, host: (rule: number) => string): Promise<void> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const list = listOf(size, host);
    const compileMs = medianMs(5, () => policyOf(list));
    const policy = policyOf(list);
    const request = { method: 'GET', url: `https://${host(size - 1)}/r${size - 1}/x`, now: NOW };
    const perSecond = await rate(() => decide(policy, request));
    const explained = await rate(async () => explain(policy, request));
    rows.push([
      String(size),
      `${compileMs.toFixed(1)} ms`,
      `${((compileMs * 1000) / size).toFixed(0)} us`,
      thousands(perSecond),
      thousands(explained),
    ]);
  }
  console.log(`\n${title}`);
  console.log(table([['rules', 'compile', 'per rule', 'decisions/s', 'explanations/s'], ...rows]));
}

/** Capabilities with 10 rules each: wildcards, predicates, a body schema, transforms and budgets. */
function roleOf(capabilities: number): readonly object[] {
  return Array.from({ length: capabilities }, (_, capability) => ({
    name: `service${capability}`,
    type: 'http',
    allow: Array.from({ length: 10 }, (_, rule) => ({
      name: `rule${rule}`,
      domains: [`*.service${capability}.example`, `service${capability}.example`],
      methods: rule % 2 ? ['POST'] : ['GET'],
      paths: [`/api/v${rule}/**`, `/webhook/${rule}/*`],
      ...(rule % 2 && {
        when: 'request.body.channel.startsWith("ops-") && request.headers["x-team"][0] in ["a", "b"]',
        body_schema: {
          type: 'object',
          required: ['channel'],
          properties: { channel: { type: 'string', pattern: '^ops-' } },
        },
      }),
    })),
    transforms: [
      { auth: `key${capability}` },
      { headers: { set: { 'x-tenant': { expr: 'secrets["tenant"] + "-" + task.id' } } } },
    ],
    budgets: { counters: { calls: { limit: 1_000_000, window: '1h' } } },
  }));
}

async function realistic(): Promise<void> {
  const policy = policyOf(roleOf(50));
  const get: CapabilityRequest = {
    method: 'GET',
    url: 'https://eu.service49.example/api/v8/things?page=2',
    now: NOW,
  };
  const post: CapabilityRequest = {
    method: 'POST',
    url: 'https://service25.example/api/v9/messages',
    headers: { 'content-type': 'application/json', 'x-team': 'b' },
    body: JSON.stringify({
      channel: 'ops-1',
      text: 'hello'.repeat(20),
      blocks: [{ type: 'section', fields: [1, 2, 3] }],
    }),
    now: NOW,
  };
  const refused: CapabilityRequest = { method: 'GET', url: 'https://elsewhere.example/', now: NOW };
  const rows: string[][] = [];
  for (const [name, request] of Object.entries({ get, post, refused })) {
    const { decision } = await decide(policy, request);
    rows.push([name, decision, thousands(await rate(() => decide(policy, request)))]);
  }
  console.log('\n50 capabilities, 500 rules, with predicates, schemas, transforms and budgets');
  console.log(table([['request', 'decision', 'decisions/s'], ...rows]));
  console.log(`goal: ${thousands(GOAL)} decisions/s\n`);
  const compiled = ROLES.map((capabilities) => {
    const list = roleOf(capabilities);
    const ms = medianMs(9, () => policyOf(list));
    const perRule = `${((ms * 1000) / capabilities / 10).toFixed(0)} us`;
    return [String(capabilities), String(capabilities * 10), `${ms.toFixed(1)} ms`, perRule];
  });
  console.log(table([['capabilities', 'rules', 'compile', 'per rule'], ...compiled]));
}

function policyOf(list: readonly object[]) {
  const lists = Array.from({ length: Math.ceil(list.length / CAPABILITIES_PER_LIST) }, (_, index) =>
    list.slice(index * CAPABILITIES_PER_LIST, (index + 1) * CAPABILITIES_PER_LIST),
  );
  const sources = lists.map((each, index) => {
    const { capabilities, problems } = compileCapabilities(each);
    if (!capabilities) throw new Error(JSON.stringify(problems[0]));
    return { origin: `list ${index}`, capabilities };
  });
  return mergeCapabilities(sources);
}

/** Processor time, so that other work on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function medianMs(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = cpuMs();
    work();
    return cpuMs() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

/** Calls per second of processor time over half a second, after a tenth to warm up. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  await repeat(work, 100);
  const { calls, ms } = await repeat(work, 500);
  return (calls * 1000) / ms;
}

async function repeat(work: () => Promise<unknown>, forMs: number) {
  const start = cpuMs();
  let calls = 0;
  while (cpuMs() - start < forMs) {
    for (let more = 0; more < 10; more++) await work();
    calls += 10;
  }
  return { calls, ms: cpuMs() - start };
}

function thousands(count: number): string {
  return Math.round(count).toLocaleString('en');
}
