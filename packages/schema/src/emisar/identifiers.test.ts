import { expect, test } from 'vitest';
import {
  EmisarActionId,
  EmisarPackId,
  EmisarVersion,
  EmisarVersionFloor,
  EnvironmentName,
} from './identifiers.ts';

test.each(['a', 'linux-core', 'my_org.tools', 'a1.b2'])('pack id %j', (id) => {
  expect(EmisarPackId.safeParse(id).success).toBe(true);
});

test.each(['', '9demo', 'Demo', 'demo.', '.demo', 'a..b', '../demo', 'é', `a${'b'.repeat(128)}`])(
  'no pack id %j',
  (id) => {
    expect(EmisarPackId.safeParse(id).success).toBe(false);
  },
);

test.each(['linux.uptime', 'a.b', 'myorg.cassandra.repair', 'acme-corp.do-thing', 'ns_1.action_2'])(
  'action id %j',
  (id) => {
    expect(EmisarActionId.safeParse(id).success).toBe(true);
  },
);

test.each([
  'unprefixed',
  '.bad',
  'bad.',
  'bad..seg',
  'Capital.case',
  '1starts.digit',
  'has space.x',
  'weird-#.x',
])('no action id %j', (id) => {
  expect(EmisarActionId.safeParse(id).success).toBe(false);
});

test('128 characters are an id, 129 are none', () => {
  expect(EmisarActionId.safeParse(`a.${'b'.repeat(126)}`).success).toBe(true);
  expect(EmisarActionId.safeParse(`a.${'b'.repeat(127)}`).success).toBe(false);
});

test.each(['0.10', 'v1', 'dev', '1.0.0-rc.1+build', '2024-01-02'])('version %j', (version) => {
  expect(EmisarVersion.safeParse(version).success).toBe(true);
});

test.each(['', '-1', '1_0', '1.0/../x', '1 0'])('no version %j', (version) => {
  expect(EmisarVersion.safeParse(version).success).toBe(false);
});

test.each(['', '0', '0.2.4'])('version floor %j', (floor) => {
  expect(EmisarVersionFloor.safeParse(floor).success).toBe(true);
});

test.each(['v0.1', '1.', '1..2', '1.0-rc'])('no version floor %j', (floor) => {
  expect(EmisarVersionFloor.safeParse(floor).success).toBe(false);
});

test.each(['PATH', '_x', 'a1'])('environment name %j', (name) => {
  expect(EnvironmentName.safeParse(name).success).toBe(true);
});

test.each(['', '1A', 'DEMO-URL', 'Ä'])('no environment name %j', (name) => {
  expect(EnvironmentName.safeParse(name).success).toBe(false);
});
