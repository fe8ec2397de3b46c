import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { writeAtomically } from './write-atomically.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the bytes are replaced and the mode stays', () => {
  const folder = folderWith({ 'a.yaml': 'old' });
  const file = join(folder, 'a.yaml');
  chmodSync(file, 0o666);
  writeAtomically(file, bytes('old'), bytes('new'));
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, readdirSync(folder)]).toEqual([
    'new',
    0o666,
    ['a.yaml'],
  ]);
});

test('a file that changed meanwhile is left alone', () => {
  const file = join(folderWith({ 'a.yaml': 'theirs' }), 'a.yaml');
  expect(() => writeAtomically(file, bytes('old'), bytes('new'))).toThrow(
    'was changed while it was being fixed; nothing was written to it',
  );
  expect(readFileSync(file, 'utf8')).toBe('theirs');
});

test('a file that became a link is left alone', () => {
  const folder = folderWith({ 'real.yaml': 'old', 'a.yaml': { link: 'real.yaml' } });
  expect(() => writeAtomically(join(folder, 'a.yaml'), bytes('old'), bytes('new'))).toThrow('was changed');
  expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('old');
});
