import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '@packwright/validator';
import { describe, expect, test } from 'vitest';
import { repoRoot } from './repo-root.ts';

/** What the folder of every format holds, by package. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  schema: ['index.ts', 'pack.ts'],
  validator: [
    'README.md',
    'changes.ts',
    'claims.ts',
    'digest.ts',
    'fixtures',
    'format.ts',
    'index.ts',
    'rules',
    'scalars.ts',
    'view.ts',
  ],
};

// A format counts from the day that `open` knows it; until then its folders may be under construction.
const known = formats.map(({ id }) => id);

test('the formats that open knows', () => {
  expect(known).toEqual(['emisar', 'attune', 'evershell']);
});

describe.each(known)('%s', (format) => {
  test.each(Object.entries(SLOTS))('fills every slot in %s', (name, slots) => {
    const folder = folderOf(name, format);
    const present = existsSync(folder) ? readdirSync(folder) : [];
    expect(slots.filter((slot) => !present.includes(slot))).toEqual([]);
  });
});

function folderOf(name: string, format: string): string {
  return join(repoRoot, 'packages', name, 'src', format);
}
