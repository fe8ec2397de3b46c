import { describe, expect, test } from 'vitest';
import { inEditor } from './yaml-editor.ts';

const pack = (text: string) => inEditor('pack.yaml', text);
const caps = (text: string) => inEditor('caps.yaml', text);

/** A snippet with each tab stop as its default text. */
const leftAsItComes = (snippet = '') => snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1');

describe('at the cursor', () => {
  test('a snippet that is left as it comes shows no problem', async () => {
    const { offers } = await pack('¦');
    const { problems } = await pack(leftAsItComes(offers['new Evershell pack']));
    expect(problems).toEqual([]);
  });

  test('a manifest offers the keys that it does not have yet', async () => {
    const { offers } = await pack('name: board\nversion: "1"\n¦');
    expect(Object.keys(offers)).toEqual([
      'display_name',
      'description',
      'category',
      'capabilities',
      'suggested_packs',
    ]);
  });

  test('the categories are offered, and nothing else', async () => {
    const { offers } = await pack('name: board\ncategory: ¦');
    expect(Object.keys(offers)).toHaveLength(13);
    expect(offers).toHaveProperty('data-warehouses');
  });

  test.each([
    ['pack.yaml', 'name: board\ncapabilities:\n  - name: a\n    type: http\n    allow:\n      - ¦'],
    ['caps.yaml', '- name: a\n  type: http\n  allow:\n    - ¦'],
  ])('a rule in %s offers what it may say', async (file, text) => {
    const { offers } = await inEditor(file, text);
    expect(Object.keys(offers)).toEqual(
      expect.arrayContaining([
        'name',
        'domains',
        'methods',
        'paths',
        'allow_insecure',
        'when',
        'body_schema',
      ]),
    );
  });
});

describe('problems', () => {
  test.each([
    ['a misspelt key', 'name: board\ncategry: tools\n', '2:1 Property categry is not allowed.'],
    [
      'a number for a version',
      'name: board\nversion: 1.10\n',
      '2:10 Incorrect type. Expected one of string, null.',
    ],
    [
      'a name with capitals',
      'name: Board\n',
      '1:7 expected small letters and digits, with single "-" between them',
    ],
  ])('%s is one', async (_, text, problem) => {
    const { problems } = await pack(text);
    expect(problems).toEqual([problem]);
  });

  test("a key of the author's own is none", async () => {
    const { problems } = await pack('name: board\nx-owner: {team: [a]}\n');
    expect(problems).toEqual([]);
  });

  test('a method in small letters is one, in a list of capabilities of its own too', async () => {
    const { problems } = await caps(
      '- name: a\n  type: http\n  allow: [{domains: [a.example], methods: [get]}]\n',
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('3:44 Value is not accepted.');
  });

  test('a list of capabilities in a mapping is one', async () => {
    const { problems } = await caps('capabilities: []\n');
    expect(problems).toEqual(['1:1 Incorrect type. Expected "array".']);
  });
});
