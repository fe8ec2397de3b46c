import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freshClone, patternOf, shownCommands } from './console-sessions.ts';
import { repoRoot } from './repo-root.ts';

const readme = readFileSync(join(repoRoot, 'README.md'), 'utf8');
const commands = shownCommands(readme);
const clone = freshClone();

afterAll(() => clone.remove());

test('the README shows two sessions with the validator, and runs an action in at most four commands', () => {
  expect(commands.map(({ command }) => command.split(' ')[2])).toEqual([
    'validate',
    'validate',
    'install',
    'trust',
    'run',
    'audit',
  ]);
});

test.each(commands.map(({ command, output }) => [command, output]))(
  'the README shows what `%s` prints',
  (command, output) => {
    expect(clone.run(command)).toMatch(patternOf(output));
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
