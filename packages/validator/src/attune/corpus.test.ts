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

  test('the defects that real packs have are told, each by its code and its file', () => {
    const found = packs.flatMap((name) =>
      (opened.get(name)?.diagnostics ?? []).map(({ code, file }) => `${code} ${name}/${file}`),
    );
    const files = (code: string) =>
      [...new Set(found.filter((one) => one.startsWith(code)))].map((one) => one.slice(7));
    expect(files('ATT105')).toEqual(['core/workflows/install_packs.yaml']);
    expect(files('ATT110')).toEqual(['salt/actions/grains_get.yaml', 'salt/actions/pillar_get.yaml']);
    expect(files('ATT111')).toEqual(['pagerduty/actions/service_create.yaml']);
    expect(files('ATT112')).toEqual([
      'salt/actions/file_inspect.yaml',
      'salt/actions/package.yaml',
      'salt/actions/state_apply.yaml',
    ]);
    expect(files('ATT126')).toEqual(['core-seed-era/actions/http_request.yaml']);
    const unread = files('ATT101');
    expect(unread.filter((file) => file.startsWith('elasticsearch/'))).toHaveLength(8);
    expect(unread).toContain('examples/actions/prompt_copilot.yaml');
    expect(unread.filter((file) => file.includes('/sensors/'))).toHaveLength(3);
  });

  test('how often real packs get each warning', () => {
    const counts: Record<string, number> = {};
    for (const { diagnostics } of opened.values()) {
      for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1;
    }
    expect(counts).toEqual({ ATT101: 29, ATT103: 7, ATT105: 8, ATT110: 2, ATT111: 1, ATT112: 5, ATT126: 2 });
  });
});
