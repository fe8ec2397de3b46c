import { lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bindArguments } from '../arguments.ts';
import type { ArgumentValidation } from './declaration.ts';
import type { HostPaths } from './host-paths.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'packwright-paths-')));
  mkdirSync(join(folder, 'actual'));
  mkdirSync(join(folder, 'secret'));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('actual', join(folder, 'alias'));
  symlinkSync('secret', join(folder, 'way-in'));
  symlinkSync('gone', join(folder, 'dangling'));
  symlinkSync('loop', join(folder, 'loop'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function outcome(name: string, validation: ArgumentValidation = { allowed_prefixes: [folder] }): string {
  const host: HostPaths = {
    realpath: realpathSync.native,
    lstat: lstatSync,
    protectedRoots: [join(folder, 'secret')],
    cwd: '/',
  };
  const json = JSON.stringify({ x: join(folder, name) });
  const bound = bindArguments([{ name: 'x', type: 'path', validation }], json, host);
  return bound.ok ? String(bound.value.get('x')).slice(folder.length + 1) : bound.error.code;
}

test.each([
  ['file', 'file'],
  ['new', 'new'],
  ['alias/new/deeper', 'actual/new/deeper'],
  ['dangling', 'path'],
  ['dangling/new', 'path'],
  ['loop/new', 'path'],
  ['file/below', 'path'],
  ['nul\0', 'path'],
  ['way-in/token', 'protected_path'],
  ['../elsewhere', 'allowed_prefixes'],
])('on the file system of this machine, %j ends as %s', (name, result) => {
  expect(outcome(name)).toBe(result);
});
