import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsProgram } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runHere } from '../fixtures/run-here.ts';

const packOf = (ref: string, version: string) => ({
  [`${ref}-${version}/pack.yaml`]: `ref: ${ref}\nlabel: ${ref}\nversion: ${version}\n`,
});

needsProgram('tar', 'tar', (tar) => {
  test('an update installs what its new version needs, and says so', async () => {
    const cwd = folderWith({
      'packwright.yaml': 'packs_dir: host/packs\nstate_dir: host/state\nregistry: index.json\n',
      ...{ ...packOf('web', '1.0.0'), ...packOf('web', '1.1.0'), ...packOf('web', '1.2.0') },
      ...packOf('base', '2.0.0'),
    });
    const run = (...args: readonly string[]) => runHere(args, { cwd, env: { HOME: cwd } });
    const entry = (ref: string, version: string, needs: readonly string[] = []) => {
      const url = `${ref}-${version}.tar.gz`;
      execFileSync(tar, ['-czf', url, `${ref}-${version}`], { cwd });
      const checksum = `sha256:${createHash('sha256')
        .update(readFileSync(join(cwd, url)))
        .digest('hex')}`;
      return {
        ref,
        version,
        install_sources: [{ type: 'archive', url, checksum }],
        dependencies: { packs: needs },
      };
    };
    const publish = (...packs: readonly object[]) =>
      writeFileSync(join(cwd, 'index.json'), JSON.stringify({ packs }));
    const base = entry('base', '2.0.0');
    publish(entry('web', '1.0.0'), base);
    expect((await run('install', 'web')).code).toBe(0);
    publish(entry('web', '1.1.0', ['base']), base);
    expect((await run('update', '--dry-run')).stdout).toMatch(/^web: update available\n/);
    expect((await run('list')).stdout).not.toContain('base');
    expect((await run('update')).stdout.replaceAll(/sha256:[0-9a-f]{64}/g, 'HASH')).toBe(
      'base 2.0.0: installed, since it is needed\n  HASH\nweb: updated, pending\n  HASH\n  nothing of it runs yet: `packwright trust web HASH`\n',
    );
    expect((await run('list')).stdout).toMatch(/^base +2\.0\.0 +pending .*\nweb +1\.1\.0 +pending /);

    publish(entry('web', '1.2.0', ['gone']), base);
    const failed = await run('update', 'web', '--json');
    expect([failed.code, JSON.parse(failed.stdout).packs[0].status]).toEqual([1, 'failed']);
    expect((await run('list')).stdout).toMatch(/web +1\.1\.0 /);
  });
});
