import { join } from 'node:path';
import { expect, test } from 'vitest';
import { directoryTree } from '../node.ts';
import { open } from '../open.ts';

const opened = () => open(directoryTree(join(import.meta.dirname, 'seed-examples')));

test('the examples of the seed document are a pack of its profile, without an error', () => {
  const { diagnostics, format, profile } = opened();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect({ format, profile, errors }).toEqual({ format: 'attune', profile: 'seed', errors: [] });
});

test('its catalog entry is complete', () => {
  const { view } = opened();
  expect([view?.card.id, view?.card.title, view?.runnable?.actions.map(({ id }) => id)]).toEqual([
    'core',
    'Core Pack',
    ['core.echo'],
  ]);
});
