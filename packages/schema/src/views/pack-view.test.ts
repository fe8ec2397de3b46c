import { expect, test } from 'vitest';
import { PackView } from './pack-view.ts';

const card = {
  format: 'emisar',
  id: 'demo',
  version: '0.1.0',
  title: 'Demo',
  summary: 'A demo.',
  category: 'uncategorised',
  digest: `sha256:${'0'.repeat(64)}`,
};
const action = {
  id: 'demo.echo',
  title: 'Echo',
  summary: 'Echoes.',
  description: 'Echoes.',
  kind: 'exec',
  risk: 'unrated',
  sideEffects: [],
  searchTerms: [],
  args: [{ name: 'word', type: 'string', description: '', required: false, sensitive: false, default: null }],
};

test('a view has a card and the facets that its format fills', () => {
  expect(PackView.safeParse({ card }).success).toBe(true);
  expect(PackView.safeParse({ card, runnable: { actions: [action] } }).success).toBe(true);
});

test('what a pack does by itself is five lists', () => {
  const named = { id: 'demo.x', title: 'X', summary: '' };
  const [word] = action.args;
  const automation = {
    sensors: [{ ...named, enabled: true, kind: 'python', triggers: ['demo.x'] }],
    triggers: [{ ...named, enabled: true, parameters: [], payload: [word] }],
    rules: [{ ...named, enabled: false, trigger: 'core.timer', action: 'demo.echo', condition: '' }],
    workflows: [{ ...named, tasks: [{ name: 'a', kind: 'action', action: 'demo.echo', next: ['a'] }] }],
    policies: [
      {
        ...named,
        enabled: true,
        action: null,
        limits: [{ kind: 'rate', of: 'runs', most: 5, seconds: 60, beyond: 'cancel' }],
      },
    ],
  };
  const { policies: _, ...four } = automation;
  expect(PackView.safeParse({ card, automation }).success).toBe(true);
  expect(PackView.safeParse({ card, automation: four }).success).toBe(false);
});

test('what a pack tells an agent and what it reaches are facets of their own', () => {
  const content = {
    directories: ['guides'],
    guides: [{ path: 'guides/a.md', title: 'A' }],
    scripts: [],
    templates: [],
    data: [],
    behaviorBytes: null,
    files: 2,
    bytes: 10,
    stripped: [],
    suggestions: [],
  };
  const rule = {
    name: '',
    domains: ['a.example'],
    methods: ['GET'],
    paths: [],
    insecure: false,
    conditions: 0,
    checksBody: false,
  };
  const capability = { name: 'a', rules: [rule], budgets: [], transforms: [], credentials: [], secrets: [] };
  const isView = (facets: object) => PackView.safeParse({ card, ...facets }).success;
  expect(isView({ content, capabilities: [capability] })).toBe(true);
  expect(isView({ content: { ...content, bytes: -1 } })).toBe(false);
  expect(isView({ capabilities: [{ ...capability, rules: [] }] })).toBe(false);
});

test('a facet that is there is complete', () => {
  expect(PackView.safeParse({ card, requirements: { os: [], binaries: [] } }).success).toBe(false);
  expect(PackView.safeParse({ card, runnable: undefined }).success).toBe(false);
});

test('a card is closed and complete', () => {
  expect(PackView.safeParse({ card: { ...card, tags: [] } }).success).toBe(false);
  expect(PackView.safeParse({ card: { ...card, category: undefined } }).success).toBe(false);
});

test('a digest is lower-case hex', () => {
  expect(PackView.safeParse({ card: { ...card, digest: `sha256:${'A'.repeat(64)}` } }).success).toBe(false);
});
