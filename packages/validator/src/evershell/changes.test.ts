import { expect, test } from 'vitest';
import { compare } from '../changes/compare.ts';
import { memoryTree } from '../tree/memory-tree.ts';

const MANIFEST = `name: board
description: Reads the board.
version: "1.0.0"
capabilities:
  - name: api
    type: http
    allow:
      - {domains: [board.example], methods: [GET], paths: [/v2/**]}
`;

const pack = { 'pack.yaml': MANIFEST, 'behavior.md': 'Be kind.\n', 'scripts/run.sh': '#!/bin/sh\n' };

function differences(fresh: Record<string, string>): string[] {
  const compared = compare(memoryTree(pack), memoryTree({ ...pack, ...fresh }));
  if (!compared.ok) throw new Error(JSON.stringify(compared.after.diagnostics));
  return compared.changes.map(
    ({ subject, meaning, message }) => `${[...subject, meaning].join(' ')}: ${message}`,
  );
}

test('a wider rule is told under its capability, at its place', () => {
  expect(differences({ 'pack.yaml': MANIFEST.replace('/v2/**', '/**') })).toEqual([
    'capability api wider: the rule 1 admits what was refused: GET board.example /**',
  ]);
  const compared = compare(
    memoryTree(pack),
    memoryTree({ ...pack, 'pack.yaml': MANIFEST.replace('/v2/**', '/**') }),
  );
  const place = compared.ok ? compared.changes[0]?.after : undefined;
  expect(MANIFEST.slice(place?.span.start, place?.span.end)).toMatch(/^\{domains: \[board/);
});

test('what the agent is told, and what it runs, is unknown', () => {
  expect(
    differences({
      'behavior.md': 'Be quick.\n',
      'scripts/run.sh': '#!/bin/sh\nexit 1\n',
      'guides/a.md': '# A\n',
    }),
  ).toEqual([
    'what the agent is told unknown: has other content',
    'file guides unknown: new',
    'file guides/a.md unknown: new',
    'file scripts/run.sh unknown: has other content',
  ]);
});

test('words for people change nothing', () => {
  expect(
    differences({ 'pack.yaml': MANIFEST.replace('Reads the', 'Shows the').replace('1.0.0', '1.0.1') }),
  ).toEqual(['equal: `description` is another text', 'equal: the version was "1.0.0", is "1.0.1"']);
});
