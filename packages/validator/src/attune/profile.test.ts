import { expect, test } from 'vitest';
import { profileOf } from './profile.ts';

test('a pack without any sign is of the live format', () => {
  expect(profileOf([{ kind: 'pack', value: { ref: 'demo' } }], false)).toBe('real');
});

test.each([
  ['a name', 'action', { name: 'run' }],
  ['delivery in the environment', 'action', { parameter_delivery: 'env' }],
  ['a name', 'sensor', { name: 'watch' }],
  ['a payload schema', 'trigger', { payload_schema: {} }],
  ['a configuration as JSON Schema', 'pack', { conf_schema: { type: 'object', properties: {} } }],
] as const)('%s of a %s is a sign of the format of 2024', (_, kind, value) => {
  expect(profileOf([{ kind, value }], false)).toBe('seed');
});

test('graphs in the old place only are a sign of the format of 2024', () => {
  expect(profileOf([], true)).toBe('seed');
});

test('the whole pack is of the profile with more signs', () => {
  const live = { kind: 'action', value: { label: 'Run', output: {}, output_format: 'json' } } as const;
  const old = { kind: 'action', value: { name: 'run' } } as const;
  expect(profileOf([live, old, old], false)).toBe('real');
  expect(profileOf([live, old, old, old, old], false)).toBe('seed');
});
