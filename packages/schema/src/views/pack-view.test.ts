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
  args: [{ name: 'word', type: 'string', description: '', required: false, sensitive: false, default: null }],
};

test('a view has a card and the facets that its format fills', () => {
  expect(PackView.safeParse({ card }).success).toBe(true);
  expect(PackView.safeParse({ card, runnable: { actions: [action] } }).success).toBe(true);
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
