import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { runHere } from './fixtures/run-here.ts';

const files = {
  'packwright.yaml': 'packs_dir: host/packs\nstate_dir: host/state\n',
  'demo/pack.yaml':
    'schema_version: 1\nid: demo\nname: Demo\nversion: 1.0.0\ndescription: Says hello.\nactions: [say.yaml]\n',
  'demo/say.yaml': `schema_version: 1
id: demo.say
title: Say hello
kind: script
risk: low
description: Says hello.
side_effects: [none]
execution:
  script: {path: say.sh}
  timeout: 30s
output: {parser: text, max_stdout_bytes: 1000, max_stderr_bytes: 1000}
`,
  'demo/say.sh': '#!/bin/sh\necho hello\n',
};

test('install, trust, run; one byte changes: refused, the diff shown, trusted again, run', {
  timeout: 60_000,
}, async () => {
  const cwd = folderWith(files);
  const run = (...args: readonly string[]) => runHere(args, { cwd, env: { HOME: cwd } });
  const digest = async () => JSON.parse((await run('list', '--json')).stdout).packs[0].digest as string;
  expect((await run('install', './demo')).code).toBe(0);
  expect((await run('diff', 'demo')).stderr.split('\n')[0]).toBe(
    'packwright diff: nothing of "demo" was trusted before',
  );
  expect((await run('trust', 'demo', await digest())).code).toBe(0);
  const said = await run('run', 'demo.say', '--reason', 'test');
  expect([said.code, said.stdout]).toEqual([0, expect.stringContaining('hello')]);
  expect((await run('diff', 'demo')).stdout).toBe('demo 1.0.0 → 1.0.0: nothing differs\n');

  const trusted = await digest();
  appendFileSync(join(cwd, 'host/packs/demo/say.sh'), '#');
  const refused = await run('run', 'demo.say', '--reason', 'test');
  expect(refused.code).not.toBe(0);
  expect(refused.stdout + refused.stderr).toContain('demo 1.0.0 is not what was trusted');
  expect(refused.stdout + refused.stderr).toContain('packwright diff demo');
  const diff = await run('diff', 'demo');
  expect([diff.code, diff.stdout]).toEqual([
    1,
    `demo 1.0.0 → 1.0.0: the changes deserve a minor version, and it still says 1.0.0

Unknown: it cannot be told, so take it for wider
  action demo.say: the script say.sh has other content  say.sh

Files
  changed  say.sh
--- a/say.sh
+++ b/say.sh
@@ -1,2 +1,3 @@
 #!/bin/sh
 echo hello
+#
\\ No newline at end of file
`,
  ]);
  expect((await run('diff', trusted, 'demo@1.0.0')).stdout).toBe(diff.stdout);
  expect((await run('trust', 'demo', await digest())).code).toBe(0);
  expect((await run('run', 'demo.say', '--reason', 'test')).stdout).toContain('hello');
});
