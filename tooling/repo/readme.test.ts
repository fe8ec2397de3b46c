import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repoRoot } from './repo-root.ts';

const readme = readFileSync(join(repoRoot, 'README.md'), 'utf8');
const sessions = [...readme.matchAll(/```console\n\$ npx packwright ([^\n]+)\n([\s\S]*?)```/g)];

test('the README shows two sessions with the tool', () => {
  expect(sessions).toHaveLength(2);
});

test.each(sessions.map(([, command = '', output = '']) => [command, output]))(
  'the README shows what `packwright %s` prints',
  (command, output) => {
    const bin = join(repoRoot, 'packages/cli/bin/packwright.js');
    const { stdout } = spawnSync(process.execPath, [bin, ...command.split(' ')], {
      cwd: repoRoot,
      encoding: 'utf8',
    });
    expect(stdout).toBe(output);
  },
);

test('the library example of the README runs', () => {
  const [, source = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const fromHere = source.replace("'examples/", `'${repoRoot}/examples/`);
  const program = `${fromHere}\nconsole.log(format, diagnostics.length, digest, view.card.id);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(repoRoot, 'tooling/repo'),
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe(
    'emisar 0 sha256:2e03edc05af110fa3fe8d27e5acaa73115ee480f59193608c146f9e9a1373af2 disk-care\n',
  );
});
