import { type Diagnostic, type MemoryEntry, memoryTree, open } from '@packwright/validator';
import { needsProgram } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { goodPack } from '../fixtures/packs.ts';
import { checkScripts } from './check-scripts.ts';

/** What is found in a pack with these files beside its own. */
function found(files: Readonly<Record<string, MemoryEntry>>): readonly Diagnostic[] {
  const tree = memoryTree({ ...goodPack(''), ...files });
  return checkScripts(tree, open(tree)).diagnostics.filter(({ code }) => code === 'PCK204');
}

needsProgram('bash', 'bash', () => {
  test('a script that bash cannot parse is a warning at the line where it gave up', () => {
    expect(found({ 'scripts/run.sh': '#!/bin/bash\nif true; then\n  echo )\nfi\n' })).toEqual([
      {
        code: 'PCK204',
        severity: 'warning',
        file: 'scripts/run.sh',
        span: { start: 26, end: 34 },
        message: 'bash cannot parse "scripts/run.sh": syntax error near unexpected token `)\'',
        hint: '`bash -n scripts/run.sh` shows all it has to say',
      },
    ]);
  });

  test('a script is judged by the shell that it names', () => {
    expect(found({ 'scripts/run.sh': '#!/usr/bin/env bash\nnames=(a b)\n' })).toEqual([]);
  });

  test('a script is read and not run', () => {
    expect(found({ 'run.sh': '#!/bin/bash\necho ran > "$PWD/ran"\nexit 3\n' })).toEqual([]);
  });
});

test('hidden folders, links and other programs are left alone', () => {
  const broken = '#!/bin/sh\nif\n';
  expect(
    found({ '.git/hooks/x.sh': broken, 'node_modules/x.sh': broken, 'x.py': 'if\n', 'x.sh': { link: 'y' } }),
  ).toEqual([]);
});

needsProgram('sh', 'dash', () => {
  test('every script of a pack is judged, wherever it lies', () => {
    const broken = '#!/bin/sh\nif\n';
    expect(found({ 'a.sh': broken, 'b/c/d.sh': broken }).map(({ file }) => file)).toEqual([
      'a.sh',
      'b/c/d.sh',
    ]);
  });
});
