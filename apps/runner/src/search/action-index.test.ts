import type { RunnableAction } from '@packwright/schema/views';
import { expect, test } from 'vitest';
import { ActionIndex } from './action-index.ts';

function action(id: string, more: Partial<RunnableAction> = {}): RunnableAction {
  return {
    id,
    title: id,
    summary: '',
    description: '',
    kind: 'exec',
    risk: 'low',
    sideEffects: [],
    searchTerms: [],
    args: [],
    ...more,
  };
}

const actions = [
  action('disk.usage', { title: 'Show disk usage', searchTerms: ['disk full', 'df'] }),
  action('disk.largest_files', { title: 'Find the largest files', description: 'What fills the disk.' }),
  action('postgres.restart', { title: 'Restart PostgreSQL', risk: 'high' }),
  action('nginx.restart', { title: 'Restart nginx', summary: 'Stops and starts the web server.' }),
  action('restart', { title: 'Restart the host', risk: 'critical' }),
  action('restart.plan', { title: 'Plan a restart' }),
].map((view) => ({ id: view.id, pack: { id: 'demo' }, view }));
const index = ActionIndex.of(actions);

const ids = (query: string, limit = 10): string[] => index.find(query, limit, () => true).map(({ id }) => id);

test('an exact id comes first, then ids that begin with it, then ids that have it as a segment', () => {
  expect(ids('restart')).toEqual(['restart', 'restart.plan', 'nginx.restart', 'postgres.restart']);
});

test('an exact search term comes before words in descriptions', () => {
  expect(ids('disk full')).toEqual(['disk.usage', 'disk.largest_files']);
});

test('words are found wherever they stand, by their weight', () => {
  expect(ids('web server')).toEqual(['nginx.restart']);
  expect(ids('fills disk')[0]).toBe('disk.largest_files');
});

test('a typing error is forgiven', () => {
  expect(ids('postgers restart')[0]).toBe('postgres.restart');
  expect(ids('larges file')[0]).toBe('disk.largest_files');
});

test('letter case and white space do not count', () => {
  expect(ids('  DISK \t Full ')[0]).toBe('disk.usage');
});

test('an empty query lists all actions by id, up to the limit', () => {
  expect(ids('', 2)).toEqual(['disk.largest_files', 'disk.usage']);
});

test('a query that fits nothing finds nothing', () => {
  expect(ids('kubernetes')).toEqual([]);
  expect(ids('::')).toEqual([]);
});

test('an index that is made in pieces finds the same', async () => {
  const pieces = await ActionIndex.inPieces(actions);
  const found = (query: string) => pieces.find(query, 10, () => true).map(({ id }) => id);
  const queries = ['restart', 'disk full', 'web server', 'postgers restart', '', 'kubernetes'];
  expect(queries.map(found)).toEqual(queries.map((query) => ids(query)));
});
