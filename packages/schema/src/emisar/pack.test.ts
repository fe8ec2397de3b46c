import { describe, expect, test } from 'vitest';
import { EmisarPack } from './pack.ts';

const pack = {
  schema_version: 1,
  id: 'demo',
  name: 'Demo',
  version: '0.1.0',
  description: 'A demo.',
  actions: ['actions/a.yaml'],
};

const faults = (changes: object) =>
  EmisarPack.safeParse({ ...pack, ...changes }).error?.issues.map(
    (issue) => `${issue.path.join('.')} ${issue.code}`,
  ) ?? [];

describe('a manifest', () => {
  test('needs six keys and no more', () => {
    expect(faults({})).toEqual([]);
    expect(EmisarPack.safeParse({}).error?.issues.map((issue) => issue.path.join('.'))).toEqual(
      Object.keys(pack),
    );
  });

  test('may leave every optional field empty, as the loader takes it', () => {
    const setup = { summary: '', env: [], notes: [], verify: '', host_access: [] };
    const empty = { vendor: '', homepage: '', retired_below: '', requires: {}, detect: { ports: [] }, setup };
    expect(faults(empty)).toEqual([]);
  });

  test('is closed at every level', () => {
    const changes = {
      colour: 1,
      requires: { arch: [] },
      detect: { users: [] },
      setup: { script: '', env: [{ name: 'A', secret: true }], host_access: [{ recipes: [{ shell: '' }] }] },
    };
    expect(faults(changes)).toEqual([
      'requires unrecognized_keys',
      'detect unrecognized_keys',
      'setup.env.0 unrecognized_keys',
      'setup.host_access.0.recipes.0 unrecognized_keys',
      'setup unrecognized_keys',
      ' unrecognized_keys',
    ]);
  });

  test('has a revision that is the number 1', () => {
    expect(faults({ schema_version: 2 })).toEqual(['schema_version invalid_value']);
    expect(faults({ schema_version: '1' })).toEqual(['schema_version invalid_value']);
  });

  test('reports an empty required text like a missing one', () => {
    expect(faults({ name: '', description: '', actions: [''] })).toEqual([
      'name too_small',
      'description too_small',
      'actions.0 too_small',
    ]);
  });

  test('lists at least one action', () => {
    expect(faults({ actions: [] })).toEqual(['actions too_small']);
  });

  test('detects ports from 1 to 65535', () => {
    expect(faults({ detect: { ports: [1, 65535] } })).toEqual([]);
    expect(faults({ detect: { ports: [0, 70000] } })).toEqual([
      'detect.ports.0 too_small',
      'detect.ports.1 too_big',
    ]);
  });
});
