import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bindArguments } from './bind-arguments.ts';
import { nodeHost } from './host-paths.ts';

/** Turns a directory into a link that leads out and back again, as fast as it can. */
const FLIP = `
const { renameSync, symlinkSync } = require('node:fs');
const [root] = process.argv.slice(1);
symlinkSync(root + '/outside', root + '/link');
process.stdout.write('ready');
for (;;) {
  renameSync(root + '/allowed/d', root + '/plain-aside'); renameSync(root + '/link', root + '/allowed/d');
  renameSync(root + '/allowed/d', root + '/link'); renameSync(root + '/plain-aside', root + '/allowed/d');
}
`;

test('whoever swaps a directory for a link that leads out never gets a path out of what is allowed', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'packwright-race-')));
  for (const folder of ['allowed/d', 'outside']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['allowed/d/f', 'outside/f']) writeFileSync(join(root, file), '');
  const flipper = spawn(process.execPath, ['-e', FLIP, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(flipper, 'exit');
  onTestFinished(async () => {
    flipper.kill('SIGKILL');
    await ended;
    rmSync(root, { recursive: true, force: true });
  });
  await once(flipper.stdout, 'data');
  const declared = [{ name: 'p', type: 'path', validation: { allowed_prefixes: [join(root, 'allowed')] } }];
  const input = JSON.stringify({ p: join(root, 'allowed/d/f') });
  const inside = join(root, 'allowed/d/f');
  const outcomes = new Set<unknown>();
  // Until it was seen both ways, so that the race was really run.
  while (!outcomes.has(inside) || !outcomes.has('allowed_prefixes')) {
    for (let again = 0; again < 200; again++) {
      const bound = bindArguments(declared as never, input, { ...nodeHost, protectedRoots: [], cwd: '/' });
      outcomes.add(bound.ok ? bound.value.get('p') : bound.error.code);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect([...outcomes].filter((outcome) => `${outcome}`.startsWith('/'))).toEqual([inside]);
}, 60_000);
