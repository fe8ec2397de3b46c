import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { isAlias, isMap, isScalar, parseDocument } from 'yaml';
import { decodeText, parseYaml } from './index.ts';
import type { YamlNode } from './yaml-node.ts';

type Texts = string | readonly Texts[];

describeShared('corpus', (corpus) => {
  const files = globSync('**/*.{yaml,yml}', { cwd: corpus });

  test('every real file is read, with the structure and the texts that the npm library yaml finds', () => {
    expect(files.length).toBeGreaterThan(1900);
    const differing = files.filter((file) => {
      const decoded = decodeText(readFileSync(join(corpus, file)));
      if (!decoded.ok) return true;
      const { root, faults } = parseYaml(decoded.text);
      if (!root || faults.length > 0) return true;
      const { contents } = parseDocument(decoded.text, { uniqueKeys: false });
      return JSON.stringify(textsOf(root)) !== JSON.stringify(textsOfYaml(contents));
    });
    expect(differing).toEqual(['attune/_docs-examples/timer-types-example.yaml']);
  });

  test('the one file that differs holds several documents', () => {
    const text = readFileSync(join(corpus, 'attune/_docs-examples/timer-types-example.yaml'), 'utf8');
    expect(parseYaml(text).faults).toMatchObject([{ kind: 'multiple-documents' }]);
  });
});

interface Mutant {
  readonly id: string;
  readonly pack: string;
  readonly file: string;
  readonly text?: string;
}

/** Mutants whose first syntax fault lies elsewhere, with the reason. */
const SURVIVORS = {
  m00231:
    'a text of several lines lost its ">", but its first line reads as a key: only a later line is none',
};

describeShared('conformance/emisar/mutants.jsonl', (path) => {
  test('the first fault of a one-edit mutant overlaps or touches the edit', () => {
    const missed = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line): Mutant => JSON.parse(line))
      .filter(({ pack, file, text }) => {
        const fault = text === undefined ? undefined : parseYaml(text).faults[0];
        if (text === undefined || fault === undefined) return false;
        const edit = editOf(readFileSync(join(path, '../../../corpus/emisar', pack, file), 'utf8'), text);
        return fault.span.start > Math.max(edit.end, edit.start + 1) || fault.span.end < edit.start;
      });
    expect(missed.map(({ id }) => id)).toEqual(Object.keys(SURVIVORS));
  });
});

/** What stands between the common start and the common end of two texts, in the second. */
function editOf(before: string, after: string): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, end: after.length - kept };
}

function textsOf(node: YamlNode): Texts {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'alias':
      return `*${node.name}`;
    case 'seq':
      return [...node.items].map(textsOf);
    case 'map':
      return [...node.pairs].map(({ key, value }) => [textsOf(key), textsOf(value)]);
  }
}

function textsOfYaml(node: unknown): Texts {
  if (node === null || node === undefined) return '';
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return node.source ?? '';
  if (isMap(node)) return [...node.items].map(({ key, value }) => [textsOfYaml(key), textsOfYaml(value)]);
  return (node as { items: unknown[] }).items.map(textsOfYaml);
}
