import { expect, test } from 'vitest';
import { open } from './open.ts';
import { memoryTree } from './tree/memory-tree.ts';

const termsOf = (files: Record<string, string>): unknown =>
  open(memoryTree(files)).view?.runnable?.actions.map(({ searchTerms }) => searchTerms);

test('the search terms of an emisar action reach the view, whitespace folded', () => {
  expect(
    termsOf({
      'pack.yaml':
        'id: demo\nschema_version: 1\nname: Demo\ndescription: A demo.\nversion: 1.0.0\nactions: [look.yaml]\n',
      'look.yaml': [
        'schema_version: 1',
        'id: demo.look',
        'title: Look',
        'kind: exec',
        'risk: low',
        'description: Looks.',
        'side_effects: [none]',
        'search_terms: [peek, "  have\ta look "]',
        'execution: {command: {binary: ls, argv: []}, timeout: 5s}',
        'output: {parser: text, max_stdout_bytes: 1024, max_stderr_bytes: 1024}',
        '',
      ].join('\n'),
    }),
  ).toEqual([['peek', 'have a look']]);
});

test('the tags of an Attune action are its search terms, whatever else stands there is passed over', () => {
  expect(
    termsOf({
      'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
      'actions/look.yaml':
        'ref: demo.look\nlabel: Look\nrunner_type: shell\nentry_point: look.sh\ntags: [peek, 7, " "]\n',
      'actions/look.sh': '#!/bin/sh\n',
    }),
  ).toEqual([['peek']]);
});
