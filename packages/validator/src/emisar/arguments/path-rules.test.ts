import { expect, test } from 'vitest';
import { bindArguments } from '../arguments.ts';
import { renderArgv } from '../template.ts';
import type { ArgumentDeclaration, ArgumentValidation } from './declaration.ts';
import type { HostPaths } from './host-paths.ts';

/** What is at a path: something plain, a link, or a directory that may not be entered. */
type Entry = 'there' | 'closed' | { readonly link: string };

const ENTRIES: Readonly<Record<string, Entry>> = {
  '/': 'there',
  '/A': 'there',
  '/A/link': { link: '/outside' },
  '/A/dangling': { link: '/gone' },
  '/A/loop': { link: '/A/loop' },
  '/A/blocked': 'closed',
  '/A/file': 'there',
  '/D': 'there',
  '/D/actual': 'there',
  '/D/alias': { link: 'actual' },
  '/outside': 'there',
  '/etc': 'there',
  '/etc/shadow': 'there',
  '/root': 'closed',
  '/R': 'there',
  '/R/token': 'there',
  '/to-R': { link: '/R' },
};

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** Resolves all parts of a path but the last. */
function walk(path: string, links = 0): string {
  let real = '';
  const parts = path.split('/').filter(Boolean);
  for (const [index, part] of parts.entries()) {
    if (ENTRIES[real] === 'closed') throw failure('EACCES');
    real = `${real}/${part}`;
    const entry = ENTRIES[real];
    if (typeof entry !== 'object') {
      if (entry === undefined) throw failure('ENOENT');
      continue;
    }
    if (links > 40) throw failure('ELOOP');
    const target = entry.link.startsWith('/')
      ? entry.link
      : `${real.slice(0, real.lastIndexOf('/'))}/${entry.link}`;
    return walk([target, ...parts.slice(index + 1)].join('/'), links + 1);
  }
  return real || '/';
}

function machine(protectedRoots: readonly string[] = [], cwd = '/'): HostPaths {
  return {
    realpath: walk,
    lstat(path) {
      const slash = path.lastIndexOf('/');
      const directory = walk(path.slice(0, slash));
      if (ENTRIES[directory] === 'closed') throw failure('EACCES');
      return ENTRIES[`${directory === '/' ? '' : directory}${path.slice(slash)}`];
    },
    protectedRoots,
    cwd,
  };
}

function outcome(declaration: Omit<ArgumentDeclaration, 'name'>, value: unknown, host = machine()): unknown {
  const bound = bindArguments([{ name: 'x', ...declaration }], JSON.stringify({ x: value }), host);
  return bound.ok ? renderArgv(['{{ args.x }}'], bound.value) : bound.error.code;
}

const both: ArgumentValidation = { allowed_prefixes: ['/var', '/tmp'], denied_paths: ['/var/secret'] };
const inA: ArgumentValidation = { allowed_prefixes: ['/A'] };
const inD: ArgumentValidation = { allowed_prefixes: ['/D'] };
const nginx: ArgumentValidation = {
  pattern: '^/var/log/nginx/[A-Za-z0-9._/-]{1,128}$',
  allowed_prefixes: ['/var/log/nginx'],
};

// Rows 57 to 73 of spec section 4.7.
test.each<[row: string, validation: ArgumentValidation, value: string, result: readonly string[] | string]>([
  ['57, ok', both, '/var/log/x', ['/var/log/x']],
  ['57, outside', both, '/etc/passwd', 'allowed_prefixes'],
  ['57, denied', both, '/var/secret', 'denied_paths'],
  ['58', { allowed_prefixes: ['/'] }, '/etc/x', ['/etc/x']],
  ['59', { denied_prefixes: ['/'] }, '/anything', 'denied_prefixes'],
  ['60', inA, '/A/link', 'allowed_prefixes'],
  ['61', { allowed_prefixes: ['/A/'] }, '/A/link/new.log', 'allowed_prefixes'],
  ['62', inA, '/A/dangling/new.log', 'path'],
  ['63', inA, '/A/loop/new.log', 'path'],
  ['64', inD, '/D/alias/future.log', ['/D/actual/future.log']],
  ['66', { denied_prefixes: ['/etc'] }, 'etc/shadow', 'path'],
  ['67', { allowed_prefixes: ['/var/log'] }, 'var/log/a', 'path'],
  ['68', { denied_paths: ['/etc/shadow'] }, '/var/log/../../etc/shadow', 'denied_paths'],
  ['69', { denied_prefixes: ['/root/.ssh'] }, '/root/.ssh/id_rsa', 'denied_prefixes'],
  ['70', { denied_prefixes: ['/root/.ssh'] }, '/A/file', ['/A/file']],
  ['71', inA, '/A/blocked/x', 'path'],
  ['72', nginx, '/var/log/nginx/../../../etc/passwd', 'allowed_prefixes'],
  ['73', nginx, '/var/log/nginx/$(id)', 'pattern'],
])('row %s of the spec', (_, validation, value, result) => {
  // A string keeps `..` for its pattern to judge; a path has lost it by then.
  expect(outcome({ type: validation.pattern ? 'string' : 'path', validation }, value)).toEqual(result);
});

// Row 65 of spec section 4.7.
test('every element of a list is replaced by where it leads', () => {
  expect(outcome({ type: 'string_array', validation: inD }, ['/D/alias/future.log'])).toEqual([
    '/D/actual/future.log',
  ]);
});

// Rows 74 to 76 of spec section 4.7.
test.each<[value: string, result: readonly string[] | string]>([
  ['/R', 'protected_path'],
  ['/R/token', 'protected_path'],
  ['/R/../R/token', 'protected_path'],
  ['/to-R/token', 'protected_path'],
  ['/to-R/new', 'protected_path'],
  ['/R-backup/f', ['/R-backup/f']],
])('with /R protected, the path %s', (value, result) => {
  expect(outcome({ type: 'path' }, value, machine(['/R/', '/', 'relative']))).toEqual(result);
});

test('a protected root is refused through path rules that would allow it', () => {
  const list = { type: 'string_array', validation: { denied_paths: ['/x'] } };
  expect(outcome(list, ['/etc/shadow', '/R/token'], machine(['/R']))).toBe('protected_path');
  expect(
    outcome({ type: 'path', validation: { allowed_prefixes: ['/'] } }, '/to-R/token', machine(['/R'])),
  ).toBe('protected_path');
});

test('a string without path rules is no path', () => {
  expect(outcome({ type: 'string' }, '/R/token', machine(['/R']))).toEqual(['/R/token']);
});

test('a relative path counts from the working directory when roots are protected, and is passed on as it was', () => {
  expect(outcome({ type: 'path' }, 'R/token', machine(['/R'], '/'))).toBe('protected_path');
  expect(outcome({ type: 'path' }, '../R/token', machine(['/R'], '/A'))).toBe('protected_path');
  expect(outcome({ type: 'path' }, 'R/token', machine(['/R'], '/A'))).toEqual(['R/token']);
});

test('a protected root that is a link protects what it leads to', () => {
  expect(outcome({ type: 'path' }, '/R/token', machine(['/to-R']))).toBe('protected_path');
});

test('a value that cannot be followed is refused when roots are protected', () => {
  expect(outcome({ type: 'path' }, '/A/dangling/x', machine(['/R']))).toBe('path');
  expect(outcome({ type: 'path' }, '/A/dangling/x')).toEqual(['/A/dangling/x']);
});

test('a rule that leads to a broken link refuses every value', () => {
  expect(outcome({ type: 'path', validation: { denied_paths: ['/A/dangling'] } }, '/etc/shadow')).toBe(
    'path',
  );
});

test('a rule may be a link itself', () => {
  expect(outcome({ type: 'path', validation: { allowed_prefixes: ['/D/alias'] } }, '/D/actual/x')).toEqual([
    '/D/actual/x',
  ]);
});

test('relative rules match nothing', () => {
  expect(outcome({ type: 'path', validation: { allowed_prefixes: ['A', ''] } }, '/A/file')).toBe(
    'allowed_prefixes',
  );
});

test('an exact rule does not cover what lies below', () => {
  expect(outcome({ type: 'path', validation: { allowed_paths: ['/A'] } }, '/A/file')).toBe('allowed_paths');
});

test('a machine that reports a missing file by an error gives the same answers', () => {
  const throwing: HostPaths = {
    ...machine(),
    lstat(path) {
      const found = machine().lstat(path);
      if (found === undefined) throw failure('ENOENT');
      return found;
    },
  };
  expect(outcome({ type: 'path', validation: inD }, '/D/alias/future.log', throwing)).toEqual([
    '/D/actual/future.log',
  ]);
});
