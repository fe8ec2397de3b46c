import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { approveLocks, proposedLocks, proposeLock, withApprovedLock } from './approved-lock.ts';
import { manifestFault } from './manifest-fault.ts';
import { type EnvironmentNeed, lockOf } from './need.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const need: EnvironmentNeed = {
  packRef: 'demo',
  kind: 'venv',
  manifest: 'requirements.txt',
  asked: Buffer.from('tinypack\n'),
  lock: null,
};

function root(): string {
  const directory = mkdtempSync(join(tmpdir(), 'packwright-locks-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'locks');
}

test('a proposed lock counts for nothing until it is approved, and then for the bytes it was approved for', () => {
  const locks = root();
  const hash = proposeLock(locks, DIGEST, need, 'tinypack==1.0 --hash=sha256:00\n');
  expect([...proposedLocks(locks, DIGEST).keys()]).toEqual([hash]);
  expect(withApprovedLock(need, locks, DIGEST).lock).toBeNull();
  approveLocks(locks, DIGEST, [hash]);
  const { lock } = withApprovedLock(need, locks, DIGEST);
  expect([lock?.file, `${lock?.content}`]).toEqual(['requirements.lock', 'tinypack==1.0 --hash=sha256:00\n']);
  expect(withApprovedLock(need, locks, `sha256:${'b'.repeat(64)}`).lock).toBeNull();
});

test('trusting the same bytes anew takes an approval back', () => {
  const locks = root();
  approveLocks(locks, DIGEST, [proposeLock(locks, DIGEST, need, 'tinypack==1.0 --hash=sha256:00\n')]);
  approveLocks(locks, DIGEST, []);
  expect(withApprovedLock(need, locks, DIGEST).lock).toBeNull();
});

test('an approved lock may be approved again, and holds', () => {
  const locks = root();
  const hash = proposeLock(locks, DIGEST, need, 'tinypack==1.0 --hash=sha256:00\n');
  approveLocks(locks, DIGEST, [hash]);
  approveLocks(locks, DIGEST, [hash]);
  expect(`${withApprovedLock(need, locks, DIGEST).lock?.content}`).toBe('tinypack==1.0 --hash=sha256:00\n');
});

test('what nobody proposed is not approved', () => {
  expect(() => approveLocks(root(), DIGEST, [DIGEST])).toThrow('was proposed');
});

test('the lock that a pack brings along wins over an approved one', () => {
  const locks = root();
  approveLocks(locks, DIGEST, [proposeLock(locks, DIGEST, need, 'other==2 --hash=sha256:00\n')]);
  const own = { ...need, lock: lockOf('venv', Buffer.from('own==1 --hash=sha256:00\n'), null) };
  expect(`${withApprovedLock(own, locks, DIGEST).lock?.content}`).toBe('own==1 --hash=sha256:00\n');
});

test.each([
  [
    '--index-url https://evil.example',
    '"--index-url https://evil.example" is no package by name and version',
  ],
  ['-r other.txt', '"-r other.txt" is no package by name and version'],
  ['-e .', '"-e ." is no package by name and version'],
  ['./local', '"./local" is no package by name and version'],
  ['git+https://evil.example/x', '"git+https://evil.example/x" is no package by name and version'],
  ['x @ https://evil.example/x.whl', '"x @ https://evil.example/x.whl" is no package by name and version'],
  ['# only names\nrequests[socks]>=2,<3 ; python_version > "3.8"\nrich~=13.0 # why', undefined],
])('of the requirements %j is said: %j', (text, fault) => {
  expect(manifestFault('venv', Buffer.from(text))).toBe(fault);
});

test.each([
  [
    '{"dependencies":{"a":"git+ssh://evil.example/a"}}',
    '"a" is asked for as "git+ssh://evil.example/a", which is no version',
  ],
  ['{"optionalDependencies":{"a":"someone/a"}}', '"a" is asked for as "someone/a", which is no version'],
  ['{"dependencies":{"a":"file:../a"}}', '"a" is asked for as "file:../a", which is no version'],
  ['{"dependencies":{"a":"^1.2 || 3","b":"npm:c@1"}}', undefined],
  ['{', 'it is not JSON'],
])('of the manifest %j is said: %j', (text, fault) => {
  expect(manifestFault('node_modules', Buffer.from(text))).toBe(fault);
});
