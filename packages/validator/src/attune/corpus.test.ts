import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { directoryTree } from '../tree/directory-tree.ts';
import { nodeSha256 } from '../tree/node-sha256.ts';

describeShared('corpus/attune', (folder) => {
  const packs = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pack.yaml')));
  const opened = new Map(
    packs.map((name) => [name, open(directoryTree(join(folder, name)), { sha256: nodeSha256 })]),
  );

  test('every real pack is told by its manifest, and its profile by its signs', () => {
    const profiles = packs.map((name) => [name, opened.get(name)?.format, opened.get(name)?.profile]);
    expect(packs).toHaveLength(14);
    expect(profiles.filter(([, format]) => format !== 'attune')).toEqual([]);
    expect(profiles.filter(([, , profile]) => profile !== 'real')).toEqual([
      ['core-seed-era', 'attune', 'seed'],
    ]);
  });

  test('no real pack is refused', () => {
    const errors = packs.flatMap((name) =>
      (opened.get(name)?.diagnostics ?? [])
        .filter(({ severity }) => severity === 'error')
        .map(({ code, file }) => `${name}/${file} ${code}`),
    );
    expect(errors).toEqual([]);
    expect(packs.filter((name) => opened.get(name)?.digest === null)).toEqual([]);
  });
});
