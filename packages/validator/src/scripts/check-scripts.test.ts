import { needsProgram } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import { checkScripts, withScriptCheck } from './check-scripts.ts';

const manifest = `schema_version: 1
id: host
name: Host
version: 1.0.0
description: Host facts.
requires: {binaries: [bash]}
actions: [actions/uptime.yaml]
`;

const action = (kind: string, execution: string) => `schema_version: 1
id: host.uptime
title: Show the uptime
kind: ${kind}
risk: low
description: Show how long the host has been up.
side_effects: [none]
execution:
${execution}
  timeout: 5s
output: {max_stdout_bytes: 1024, max_stderr_bytes: 1024}
`;

const packOf = (kind: string, execution: string, files: Record<string, string> = {}) =>
  memoryTree({ 'pack.yaml': manifest, 'actions/uptime.yaml': action(kind, execution), ...files });

const packaged = (interpreter: string, text: string) =>
  packOf('script', `  script: {path: scripts/uptime.sh, interpreter: ${interpreter}}`, {
    'scripts/uptime.sh': text,
  });

async function found(tree: ReturnType<typeof packOf>) {
  const opened = open(tree);
  const diagnostics = await checkScripts(tree, opened);
  const { sources } = await withScriptCheck(tree, opened);
  return diagnostics.map(({ code, severity, file, span, message }) => {
    const marked = sources.get(file)?.text.slice(span.start, span.end);
    return `${severity} ${code} ${file} ${message} | ${marked}`;
  });
}

needsProgram('bash', 'bash', () => {
  test('a packaged script that bash cannot parse is marked at the line where bash gave up', async () => {
    expect(await found(packaged('bash', '#!/bin/bash\nif true; then\n  echo )\nfi\n'))).toEqual([
      'warning PCK204 scripts/uptime.sh bash cannot parse "scripts/uptime.sh": syntax error near unexpected token `)\' | echo )',
    ]);
  });

  test('a script with extended globs is parsed as it would be once they are on', async () => {
    const text = '#!/bin/bash\nshopt -s extglob\ncase "$1" in !(a|b)) uptime ;; esac\n';
    expect(await found(packaged('bash', text))).toEqual([]);
  });

  test('the interpreter of the action decides, not its directory', async () => {
    expect(await found(packaged('/opt/evil/bash', 'names=(a b)\n'))).toEqual([]);
  });
});

needsProgram('sh', 'dash', () => {
  test('the lines of a program in a literal block are those of the action file', async () => {
    const tree = packOf(
      'exec',
      '  command:\n    binary: /bin/sh\n    argv:\n      - -c\n      - |\n        uptime\n        if then\n',
    );
    const [line = ''] = await found(tree);
    expect(line).toMatch(/^warning PCK204 actions\/uptime\.yaml sh cannot parse this program: /);
    expect(line).toMatch(/ \| if then$/);
  });

  test('a program on one line is marked as a whole', async () => {
    const [line = ''] = await found(packOf('exec', '  command: {binary: sh, argv: [-c, "uptime; fi"]}'));
    expect(line).toMatch(/ \| "uptime; fi"$/);
  });

  test('nothing of a script is run', async () => {
    expect(await found(packaged('/bin/sh', 'kill -9 $PPID\nexit 3\n'))).toEqual([]);
  });

  test('a program that still has to be filled in is left alone', async () => {
    const tree = packOf('exec', '  command: {binary: sh, argv: [-c, "{{ args.program }} )"]}');
    expect(await checkScripts(tree, open(tree))).toEqual([]);
  });

  test('an abort ends the check', async () => {
    const tree = packaged('/bin/sh', 'uptime\n');
    await expect(checkScripts(tree, open(tree), { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });
});

test('a script for a program that is no shell is left alone', async () => {
  expect(await found(packaged('python3', 'def (:\n'))).toEqual([]);
});

needsProgram('sh', 'dash', () => {
  test('a script that no action names is parsed by the shell of its first line', async () => {
    const broken = {
      'tools/a.sh': 'if\n',
      'tools/b': '#!/bin/sh\nif\n',
      '.git/c.sh': 'if\n',
      'd.py': 'if\n',
    };
    const tree = packOf('exec', '  command: {binary: uptime}', broken);
    expect((await checkScripts(tree, open(tree))).map(({ file }) => file)).toEqual(['tools/a.sh', 'tools/b']);
  });
});

test('a folder that is no pack has no scripts', async () => {
  const tree = memoryTree({ 'pack.yaml': '[' });
  expect(await checkScripts(tree, open(tree))).toEqual([]);
});
