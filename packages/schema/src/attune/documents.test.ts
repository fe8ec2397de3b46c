import { describe, expect, test } from 'vitest';
import { type AttuneKind, attuneDocuments } from './documents.ts';
import { attuneAliases, attuneRealKeys, attuneSeedKeys, attuneUnreadKeys } from './known-keys.ts';

/** The least document of each kind. */
const least: Readonly<Record<AttuneKind, Readonly<Record<string, unknown>>>> = {
  pack: { ref: 'demo', version: '1.0.0' },
  action: { ref: 'demo.act' },
  sensor: { ref: 'demo.watch' },
  trigger: { ref: 'demo.lost' },
  rule: { ref: 'react', trigger_ref: 'lost', action_ref: 'act' },
  policy: { ref: 'slow' },
  workflow: { version: '1', tasks: [{ name: 'a' }] },
  queue: { ref: 'demo.inbox', label: 'Inbox', dispatch_action: 'demo.act' },
  cache: { ref: 'demo.hosts', namespace: 'hosts', owner_type: 'pack', owner_ref: 'demo' },
  'permission-set': { ref: 'demo.viewer', grants: [] },
  runtime: { ref: 'demo.tool', name: 'Tool' },
  dashboard: { ref: 'overview', layout: { breakpoints: {} }, data_sources: {}, cards: [] },
};

const kinds = Object.keys(least) as AttuneKind[];
const takes = (kind: AttuneKind, changes: object) =>
  attuneDocuments[kind].real.safeParse({ ...least[kind], ...changes }).success;

test.each(kinds)('the least %s is taken, and none of its keys can be left out', (kind) => {
  expect(takes(kind, {})).toBe(true);
  const needless = Object.keys(least[kind]).filter((key) => takes(kind, { [key]: undefined }));
  expect(needless).toEqual([]);
});

test('only queues and caches refuse keys that they do not know', () => {
  expect(kinds.filter((kind) => !takes(kind, { stray: 1 }))).toEqual(['queue', 'cache']);
});

test.each([
  ['pack', { ref: 'org.pack' }],
  ['pack', { ref: '9lives' }],
  ['pack', { version: '1.0' }],
  ['pack', { version: 1 }],
  ['pack', { version: '1.0.0-01' }],
  ['pack', { label: 3 }],
  ['pack', { label: null }],
  ['pack', { tags: 'one' }],
  ['pack', { conf_schema: [] }],
  ['pack', { worker_selector: { zone: 3 } }],
  ['action', { ref: 'act' }],
  ['action', { ref: 'demo.sub.act' }],
  ['action', { entry_point: ' ' }],
  ['action', { parameters: 'none' }],
  ['action', { timeout_seconds: 0 }],
  ['action', { timeout_seconds: 1.5 }],
  ['action', { timeout_seconds: 2_147_483_648 }],
  ['action', { log_retention_policy: 'weeks' }],
  ['action', { reference_allowed_pack_refs: 'other' }],
  ['sensor', { trigger_types: 3 }],
  ['sensor', { trigger_types: ['a', 3] }],
  ['rule', { trigger_ref: undefined }],
  ['rule', { conditions: [] }],
  ['rule', { conditions: null }],
  ['rule', { permission_set_refs: [''] }],
  ['rule', { sensor_worker_selector: null }],
  ['policy', { concurrency: { limit: 0, method: 'cancel' } }],
  ['policy', { concurrency: { limit: 1, method: 'wait' } }],
  ['policy', { quotas: [{ limit: 1 }] }],
  ['workflow', { version: 1 }],
  ['workflow', { version: 'x'.repeat(51) }],
  ['workflow', { vars: [] }],
  ['workflow', { tasks: [] }],
  ['workflow', { tasks: [{ name: 'a', next: [{ do: 'b' }] }] }],
  ['workflow', { tasks: [{ name: 'a', on_success: ['b'] }] }],
  ['workflow', { tasks: [{ name: 'a', retry: { count: 101, delay: 1 } }] }],
  ['workflow', { tasks: [{ name: 'a', retry: { count: 1 } }] }],
  ['workflow', { tasks: [{ name: 'a', with_items: ['b'] }] }],
  ['workflow', { tasks: [{ name: 'a', tasks: [{ action: 'demo.act' }] }] }],
  ['workflow', { tasks: [{ name: 'a', iterate_cache: { namespace: 'a', stray: 1 } }] }],
  ['workflow', { output_map: { a: 3 } }],
  ['queue', { config: { priority: 1 } }],
  ['queue', { dispatch_action: 'act' }],
  ['queue', { config: { dispatch: { retry_limit: -1 } } }],
  ['cache', { namespace: 'Hosts' }],
  ['cache', { max_retained_generations: 1 }],
  ['cache', { owner_type: 'system' }],
  ['permission-set', { grants: [{ resource: 'actions', actions: [] }] }],
  ['permission-set', { grants: [{ resource: 'planets', actions: ['read'] }] }],
  ['runtime', { name: '' }],
  ['runtime', { versions: [{ version: 3.12 }] }],
  ['dashboard', { cards: [{ id: 'a', source: 'b' }] }],
  ['dashboard', { filters: [{ id: 3 }] }],
] satisfies [AttuneKind, object][])('a %s with %j is refused', (kind, changes) => {
  expect(takes(kind, changes)).toBe(false);
});

test.each([
  ['pack', { version: '1.0.0-rc.1+build' }],
  ['pack', { testing: { enabled: true } }],
  ['pack', { tags: [1] }],
  ['action', { parameter_delivery: 'env', parameter_format: 3, output_format: 'xml' }],
  ['action', { parameters: { type: 'object', properties: {}, required: ['a'] } }],
  ['action', { timeout: 'x', output_schema: 3, tags: 3, examples: 'x', author: 3 }],
  ['action', { runtime_version: 3.1, accesses_mcp: 'no', timeout_seconds: null }],
  ['action', { reference_visibility: 'PUBLIC' }],
  ['sensor', { enabled: 'no', poll_interval: 'x' }],
  ['sensor', { trigger_types: 'lost' }],
  ['sensor', { trigger_type: ['demo.lost'] }],
  ['rule', { ref: 'demo.react', permission_set_refs: null }],
  ['rule', { conditions: { expression: 3, other: 1 } }],
  ['policy', { priority: 'high', name: 3 }],
  ['workflow', { tasks: [{ name: 'a', timeout: '{{ parameters.t }}', join: 0, stray: 1 }] }],
  ['workflow', { tasks: [{ name: 'a', next: [{ publish: ['all', { a: null }], do: null }] }] }],
  ['workflow', { version: '\u{1F600}'.repeat(50) }],
  ['queue', { ref: 'demo.inbox.2nd', description: null, config: { dispatch: null } }],
  ['cache', { freshness_target_seconds: 0 }],
  ['runtime', { execution_config: { env_vars: { A: 3 } }, aliases: 'tool' }],
  ['dashboard', { scope_type: 'planet', enabled: 3 }],
] satisfies [AttuneKind, object][])('a %s with %j is taken, as by the loader', (kind, changes) => {
  expect(takes(kind, changes)).toBe(true);
});

describe('the seed document', () => {
  const seed = (kind: AttuneKind, document: object) => attuneDocuments[kind].seed.safeParse(document).success;
  const echo = {
    name: 'echo',
    ref: 'core.echo',
    description: 'Echoes',
    runner_type: 'shell',
    entry_point: 'echo.sh',
  };

  test.each(['name', 'ref', 'description', 'runner_type', 'entry_point'])(
    'asks an action for its %s',
    (key) => {
      expect(seed('action', echo)).toBe(true);
      expect(seed('action', { ...echo, [key]: undefined })).toBe(false);
    },
  );

  test.each([
    { runner_type: 'ruby' },
    { parameter_delivery: 'pipe' },
    { parameter_format: 'xml' },
    { timeout: '30' },
    { enabled: 'yes' },
  ])('refuses an action with %j', (changes) => {
    expect(seed('action', { ...echo, ...changes })).toBe(false);
  });

  test.each(['ref', 'label', 'description', 'version'])('asks a pack for its %s', (key) => {
    const pack = { ref: 'demo', label: 'Demo', description: 'A demo', version: '1.0.0' };
    expect(seed('pack', pack)).toBe(true);
    expect(seed('pack', { ...pack, [key]: undefined })).toBe(false);
  });

  test('lists what fires a trigger', () => {
    const timer = { name: 'timer', ref: 'core.timer', description: 'Fires', type: 'cron' };
    expect(seed('trigger', timer)).toBe(true);
    expect(seed('trigger', { ...timer, type: 'rrule' })).toBe(false);
  });
});

describe('the tables of keys', () => {
  test.each([
    ['unread', attuneUnreadKeys],
    ['alias', attuneAliases],
    ['real', Object.fromEntries(Object.entries(attuneRealKeys).map(([kind, keys]) => [kind, keyed(keys)]))],
  ])('every %s key is a key of the document', (_, table) => {
    const strangers = Object.entries(table).flatMap(([kind, keys]) =>
      Object.keys(keys).filter((key) => !(key in attuneDocuments[kind as AttuneKind].real.shape)),
    );
    expect(strangers).toEqual([]);
  });

  test('a key of one profile is none of the other', () => {
    const both = Object.entries(attuneSeedKeys).flatMap(([kind, keys]) => {
      const real = new Set(attuneRealKeys[kind as AttuneKind]);
      const { shape } = attuneDocuments[kind as AttuneKind].seed;
      return keys.filter((key) => real.has(key) || !(key in shape));
    });
    expect(both).toEqual([]);
  });

  test('the keys that only the real loader reads are missing from the seed document', () => {
    const known = Object.entries(attuneRealKeys).flatMap(([kind, keys]) =>
      keys.filter((key) => key in attuneDocuments[kind as AttuneKind].seed.shape),
    );
    expect(known).toEqual([]);
  });
});

function keyed(keys: readonly string[]): Record<string, null> {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
