import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveOut } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';
import { bindArguments } from './bind-arguments.ts';
import { nodeHost } from './host-paths.ts';

type Rules = Readonly<Record<string, readonly string[]>>;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'packwright-paths-')));
const at = (...parts: string[]) => join(root, ...parts);
for (const folder of ['a', 'outside', 'd/actual', 'r', 'r-backup', 'locked/deep']) {
  mkdirSync(at(folder), { recursive: true });
}
for (const file of ['a/log', 'outside/file', 'r/token', 'r-backup/f', 'readable'])
  writeFileSync(at(file), '');
symlinkSync(at('outside'), at('a/link'));
symlinkSync(at('gone'), at('a/dangling'));
symlinkSync(at('a/loop'), at('a/loop'));
symlinkSync(at('d/actual'), at('d/alias'));
symlinkSync(at('r'), at('a/into'));
// Others may pass through all of it but `locked`.
chmodSync(root, 0o755);

const declare = (type: string, validation?: object) =>
  [{ name: 'p', type, ...(validation && { validation }) }] as never;

function outcome(
  type: string,
  rules: Rules | undefined,
  value: unknown,
  protectedRoots: readonly string[] = [],
  cwd = '/',
) {
  const host = { ...nodeHost, protectedRoots, cwd };
  const bound = bindArguments(declare(type, rules), JSON.stringify({ p: value }), host);
  return bound.ok ? bound.value.get('p') : bound.error.code;
}

describe('path rules on this machine (specs/emisar 4.7)', () => {
  test.each<[number, string, Rules, unknown, unknown]>([
    [
      57,
      'path',
      { allowed_prefixes: ['/var', '/tmp'], denied_paths: ['/var/secret'] },
      '/var/log/x',
      '/var/log/x',
    ],
    [
      57,
      'path',
      { allowed_prefixes: ['/var', '/tmp'], denied_paths: ['/var/secret'] },
      '/etc/passwd',
      'allowed_prefixes',
    ],
    [
      57,
      'path',
      { allowed_prefixes: ['/var', '/tmp'], denied_paths: ['/var/secret'] },
      '/var/secret',
      'denied_paths',
    ],
    [58, 'path', { allowed_prefixes: ['/'] }, '/etc/x', '/etc/x'],
    [59, 'path', { denied_prefixes: ['/'] }, '/anything', 'denied_prefixes'],
    [60, 'path', { allowed_prefixes: [at('a')] }, at('a/link'), 'allowed_prefixes'],
    [61, 'path', { allowed_prefixes: [`${at('a')}/`] }, at('a/link/new.log'), 'allowed_prefixes'],
    [62, 'path', { allowed_prefixes: [at('a')] }, at('a/dangling/new.log'), 'path'],
    [63, 'path', { allowed_prefixes: [at('a')] }, at('a/loop/new.log'), 'path'],
    [64, 'path', { allowed_prefixes: [at('d')] }, at('d/alias/future.log'), at('d/actual/future.log')],
    [
      65,
      'string_array',
      { allowed_prefixes: [at('d')] },
      [at('d/alias/future.log')],
      [at('d/actual/future.log')],
    ],
    [66, 'path', { denied_prefixes: ['/etc'] }, 'etc/shadow', 'path'],
    [67, 'path', { allowed_prefixes: ['/var/log'] }, 'var/log/a', 'path'],
    [68, 'path', { denied_paths: ['/etc/shadow'] }, '/var/log/../../etc/shadow', 'denied_paths'],
  ])('row %d: %s %j, %j', (_, type, rules, value, expected) => {
    expect(outcome(type, rules, value)).toEqual(expected);
  });

  test.each([
    ['/var/log/nginx/../../../etc/passwd', 'allowed_prefixes'],
    ['/var/log/nginx/$(id)', 'pattern'],
  ])('rows 72 and 73: a pattern is no containment: %s', (value, expected) => {
    const rules = {
      pattern: '^/var/log/nginx/[A-Za-z0-9._/-]{1,128}$',
      allowed_prefixes: ['/var/log/nginx'],
    };
    expect(outcome('string', rules as never, value)).toBe(expected);
  });
});

describe('what section 4.5 says beside that table', () => {
  test.each<[string, Rules, string, string]>([
    ['a neighbour whose name begins alike', { allowed_prefixes: [at('a')] }, at('ab/x'), 'allowed_prefixes'],
    ['the directory itself', { allowed_prefixes: [`${at('a')}//`] }, `${at('a')}/.`, at('a')],
    [
      'a link with a slash behind it',
      { allowed_prefixes: [at('a')] },
      `${at('a/link')}/`,
      'allowed_prefixes',
    ],
    ['a rule that is a link', { allowed_prefixes: [at('d/alias')] }, at('d/actual/x'), at('d/actual/x')],
    ['an allowed path that is a link', { allowed_paths: [at('a/link')] }, at('outside'), at('outside')],
    ['below an allowed path', { allowed_paths: [at('outside')] }, at('outside/file'), 'allowed_paths'],
    [
      'a denied path behind a link',
      { denied_paths: [at('outside/file')] },
      at('a/link/file'),
      'denied_paths',
    ],
    [
      'a denied directory behind a link',
      { denied_prefixes: [at('outside')] },
      at('a/link/new'),
      'denied_prefixes',
    ],
    [
      'both lists at once',
      { allowed_prefixes: [root], allowed_paths: [at('a')] },
      at('a/log'),
      'allowed_paths',
    ],
    ['a file where a directory should be', { allowed_prefixes: [root] }, at('a/log/x'), 'path'],
    ['a name that is too long', { allowed_prefixes: [root] }, at('n'.repeat(300)), 'path'],
    ['a zero byte', { allowed_prefixes: [root] }, at('a/lo\0g'), 'path'],
    ['a rule that is a loop', { allowed_prefixes: [at('a/loop')] }, at('a/log'), 'path'],
    ['by text before a link is followed', { allowed_prefixes: [at('a')] }, at('a/link/../log'), at('a/log')],
  ])('%s', (_, rules, value, expected) => {
    expect(outcome('path', rules, value)).toBe(expected);
    expect(outcome('string', rules, value)).toBe(expected);
  });
});

describe('protected roots', () => {
  test.each([
    ['row 74: the root itself', at('r'), 'protected_path'],
    ['row 74: a file in it', at('r/token'), 'protected_path'],
    ['row 74: in by the back door', at('r/../r/token'), 'protected_path'],
    ['row 74: by a link', at('a/into'), 'protected_path'],
    ['row 75: a neighbour', at('r-backup/f'), at('r-backup/f')],
    ['10.3 no. 1: relative to the directory of the program', 'r/token', 'protected_path'],
    ['10.3 no. 1: relative, by a link', 'a/into/token', 'protected_path'],
  ])('%s', (_, value, expected) => {
    expect(outcome('path', undefined, value, [at('r')], root)).toBe(expected);
  });

  test('row 76: an element of a list with path rules', () => {
    const rules = { denied_paths: ['/nothing'] };
    expect(outcome('string_array', rules, [at('a'), at('r/token')], [at('r')])).toBe('protected_path');
  });
});

test('a link that is put in place of a directory leads to a path outside, or to a refusal, never inside by name', () => {
  const swapped = at('a/swapped');
  const results = new Set<unknown>();
  for (let round = 0; round < 200; round++) {
    rmSync(swapped, { recursive: true, force: true });
    if (round % 2 === 0) mkdirSync(swapped);
    else symlinkSync(at('outside'), swapped);
    results.add(outcome('path', { allowed_prefixes: [at('a')] }, at('a/swapped/file')));
  }
  expect([...results].toSorted()).toEqual([at('a/swapped/file'), 'allowed_prefixes'].toSorted());
});

const NOBODY = 65534;
if (process.getuid?.() === 0) {
  describe('what the user of the runner may not look at', () => {
    chmodSync(at('locked'), 0o700);
    const built = join(import.meta.dirname, '..', '..', 'dist', 'emisar', 'index.js');

    test.each([
      [
        'row 69: is denied by its text',
        { denied_prefixes: [at('locked')] },
        at('locked/deep/x'),
        'denied_prefixes',
      ],
      [
        'row 70: in a rule harms no neighbour',
        { denied_prefixes: [at('locked/deep')] },
        at('readable'),
        at('readable'),
      ],
      ['row 71: is refused', { allowed_prefixes: [root] }, at('locked/deep/x'), 'path'],
    ])('%s', (_, rules, value, expected) => {
      const code = `
        const { bindArguments } = await import(${JSON.stringify(built)});
        const bound = bindArguments(${JSON.stringify(declare('path', rules))}, ${JSON.stringify(JSON.stringify({ p: value }))});
        process.stdout.write(bound.ok ? bound.value.get('p') : bound.error.code);`;
      const args = ['--input-type=module', '--eval', code];
      expect(execFileSync(process.execPath, args, { uid: NOBODY, cwd: '/', encoding: 'utf8' })).toBe(
        expected,
      );
    });
  });
} else {
  leaveOut(
    'paths that may not be looked at',
    'run the tests as root, who can start a child as somebody else',
  );
}
