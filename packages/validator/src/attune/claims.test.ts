import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { memoryTree } from '../tree/memory-tree.ts';

const opened = (manifest: string) => open(memoryTree({ 'pack.yaml': manifest }));

test.each([
  ['a ref and a version', 'ref: demo\nversion: 1.0.0\n'],
  ['the older names of keys', 'ref: demo\nversion: 1.0.0\nname: Demo\nconfig_schema: {}\nkeywords: [a]\n'],
  ['a name beside tags', 'ref: demo\nname: Demo\nauthor: Ops\ntags: []\nversion: 1.0.0\n'],
  ['no ref, and a label', 'label: Demo\nversion: 1.0.0\n'],
])('a manifest with %s is of an Attune pack', (_, manifest) => {
  expect(opened(manifest).format).toBe('attune');
});

test.each([
  ['without a ref', 'name: dns\nauthor: A\nemail: a@b.example\nversion: 1.0.0\n'],
  ['with a ref', 'ref: dns\nname: dns\nkeywords: [a]\nversion: 1.0.0\nauthor: A\nemail: a@b.example\n'],
  ['with its versions of Python', 'ref: dns\nname: dns\nversion: 1.0.0\npython_versions: ["3"]\n'],
])('a StackStorm manifest %s is named as one', (_, manifest) => {
  const { format, diagnostics } = opened(manifest);
  expect(format).toBe(null);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'PCK010 this is a StackStorm pack: not a format Packwright runs yet',
  ]);
});

test('a manifest of no format is told what each format begins with', () => {
  const { diagnostics } = opened('title: Demo\n');
  expect(diagnostics.map(({ hint }) => hint)).toEqual([
    'an emisar action pack has schema_version, id and actions; an Attune pack has ref, label and version; an Evershell pack has name, description and version',
  ]);
});
