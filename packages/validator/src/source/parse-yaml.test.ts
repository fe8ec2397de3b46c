import { describe, expect, test } from 'vitest';
import { parseYaml } from './index.ts';
import type { YamlNode } from './yaml-node.ts';

/** A tree in one line: texts in JSON quotes, other styles than plain marked, tags and aliases as written. */
function outline(node: YamlNode | undefined): string {
  if (node === undefined) return 'nothing';
  const tag = node.tag === undefined ? '' : `<${node.tag}> `;
  switch (node.kind) {
    case 'alias':
      return `*${node.name}`;
    case 'scalar':
      return `${tag}${node.style === 'plain' ? '' : `${node.style} `}${JSON.stringify(node.value)}`;
    case 'seq':
      return `${tag}[${[...node.items].map(outline).join(', ')}]`;
    case 'map':
      return `${tag}{${[...node.pairs].map(({ key, value }) => `${outline(key)}: ${outline(value)}`).join(', ')}}`;
  }
}

function read(yaml: string): string {
  const { root, faults } = parseYaml(yaml);
  expect(faults).toEqual([]);
  return outline(root);
}

/** The source of every node, outermost first; «» where a node is empty. */
function sources(yaml: string): string[] {
  const visit = (node: YamlNode): string[] => {
    const parts =
      node.kind === 'map'
        ? [...node.pairs].flatMap(({ key, value }) => [key, value])
        : node.kind === 'seq'
          ? [...node.items]
          : [];
    return [yaml.slice(node.start, node.end) || '«»', ...parts.flatMap(visit)];
  };
  return visit(parseYaml(yaml).root as YamlNode);
}

describe('the texts of scalars', () => {
  test.each([
    ['plain text ends before a comment and loses the blanks around it', 'a:   x y  # c', '{"a": "x y"}'],
    ['a # without a blank before it belongs to plain text', 'a: x#y', '{"a": "x#y"}'],
    ['a : without a blank behind it belongs to plain text', 'a: http://x:1', '{"a": "http://x:1"}'],
    [
      'plain lines are joined by a space, an empty line becomes a line end',
      'a: x\n  y\n\n  z',
      '{"a": "x y\\nz"}',
    ],
    ['single quotes know one escape', "a: 'it''s \\n'", '{"a": single "it\'s \\\\n"}'],
    ['quoted lines are joined like plain ones', 'a: "x  \n\n  y"', '{"a": double "x\\ny"}'],
    ['an escaped line end joins without a space', 'a: "x\\\n  y"', '{"a": double "xy"}'],
    ['escapes of double quotes', '"\\x41\\u00e9\\U0001F600\\t\\e"', 'double "Aé😀\\t\\u001b"'],
    [
      'a literal text keeps its lines and one line end',
      'a: |\n  x\n   y\n\nb: z',
      '{"a": literal "x\\n y\\n", "b": "z"}',
    ],
    ['- drops and + keeps the line ends', '- |-\n x\n\n- |+\n x\n\n', '[literal "x", literal "x\\n\\n"]'],
    ['a digit gives the indentation', 'a: |1\n   x', '{"a": literal "  x"}'],
    [
      'a folded text joins lines, but not indented ones',
      'a: >\n x\n y\n\n z\n  w\n',
      '{"a": folded "x y\\nz\\n w\\n"}',
    ],
    ['CRLF and CR are line ends, LF in a value', 'a: |\r\n  x\r  y\r\n', '{"a": literal "x\\ny\\n"}'],
    [
      'NEL, LS and PS end lines as in YAML 1.1; LS and PS stay in the value',
      'a: x\u0085 y\u2028 z',
      '{"a": "x y\u2028z"}',
    ],
    ['a byte order mark within the text is text', 'a: x\ufeffy', '{"a": "x\ufeffy"}'],
  ])('%s', (_, yaml, expected) => {
    expect(read(yaml)).toBe(expected);
  });
});

describe('structure', () => {
  test.each([
    ['a list may begin at the column of its key', 'a:\n- x\n-\nb: y', '{"a": ["x", ""], "b": "y"}'],
    [
      'lists and maps may begin on the line of a dash',
      '- - x\n  - y: z\n    w: v',
      '[["x", {"y": "z", "w": "v"}]]',
    ],
    ['? and : write a key of any kind', '? - a\n: - b\n? c', '{["a"]: ["b"], "c": ""}'],
    ['brackets nest, and a comma may end them', '{a: [x, {b: c}, ], d}', '{"a": ["x", {"b": "c"}], "d": ""}'],
    ['a pair in a list is a map', '[a: b, c]', '[{"a": "b"}, "c"]'],
    ['tabs may separate, though not indent', 'a:\tb\t# c', '{"a": "b"}'],
    ['brackets take tabs at the start of a line', '[\n\ta,\n\tb]', '["a", "b"]'],
    [
      'tags are resolved, ! stays itself',
      '[!!str 1, !x y, ! z, !<t> u]',
      '[<tag:yaml.org,2002:str> "1", <!x> "y", <!> "z", <t> "u"]',
    ],
    ['%TAG declares a handle', '%TAG !e! tag:e,\n---\n!e!x y', '<tag:e,x> "y"'],
    [
      'an alias may stand before its anchor is named again',
      '- &a x\n- *a\n- &a y\n- *a',
      '["x", *a, "y", *a]',
    ],
    ['a document may begin with --- and end with ...', '--- x\n...\n# c\n', '"x"'],
    ['--- alone is an empty value', '---', '""'],
  ])('%s', (_, yaml, expected) => {
    expect(read(yaml)).toBe(expected);
  });

  test('an alias leads to the node that its anchor names', () => {
    const { root } = parseYaml('a: &x [1]\nb: *x');
    const [a, b] = root?.kind === 'map' ? root.pairs : [];
    expect(b?.value).toMatchObject({ kind: 'alias', name: 'x' });
    expect(b?.value.kind === 'alias' && b.value.target).toBe(a?.value);
  });
});

describe('this dialect differs from YAML 1.2', () => {
  test.each([
    ['a : within brackets needs a blank behind it', '{a:b, c:}', '{"a:b": "", "c:": ""}'],
    ['a quoted key needs none', '{"a":b}', '{double "a": "b"}'],
    ['a comment may follow a quote directly', '"a"#b', 'double "a"'],
    ['an alias may end with a :', '[&a x, *a : y]', '["x", {*a: "y"}]'],
    ['the key and the colon may be left out only with a ?', '[? : ]', '[{"": ""}]'],
    ['a tab may stand before a comment behind ?', '? \t# c\n: x', '{"": "x"}'],
    ['a comment after a comment may be indented by tabs', '# a\n\t# b\nc: d', '{"c": "d"}'],
  ])('accepted: %s', (_, yaml, expected) => {
    expect(read(yaml)).toBe(expected);
  });

  test.each([
    ['a ? within brackets always begins a key', '[a?b]'],
    ['a pair without a key', '[: x]'],
    ['a tag that a comma ends', '[!!str,b]'],
    ['a tab behind a dash', '-\ta'],
    ['the escape \\/', '"\\/"'],
    ['an escaped surrogate pair', '"\\ud83d\\ude00"'],
    ['%YAML 1.2', '%YAML 1.2\n--- a'],
    ['an unknown directive', '%FOO\n--- a'],
    ['a bracket without a place for a key as a key', '{? a}: b'],
    ['a second document without content', 'a\n---'],
  ])('refused: %s', (_, yaml) => {
    expect(parseYaml(yaml).faults).not.toEqual([]);
  });

  test('a key has at most 1,024 characters, however many UTF-16 units they take', () => {
    expect(parseYaml(`${'😀'.repeat(1024)}: x`).faults).toEqual([]);
    expect(parseYaml(`${'😀'.repeat(1025)}: x`).faults).toMatchObject([
      { message: 'a key has more than 1,024 characters' },
    ]);
  });
});

describe('the places of nodes', () => {
  test('a collection begins with its first part and ends with its last', () => {
    expect(sources('a:\n  - x\n  - "y" # c\n\nb: {c: d}\n')).toEqual([
      'a:\n  - x\n  - "y" # c\n\nb: {c: d}',
      'a',
      '- x\n  - "y"',
      'x',
      '"y"',
      'b',
      '{c: d}',
      'c',
      'd',
    ]);
  });

  test('a tag and an anchor stand outside of their node', () => {
    expect(sources('a: !x &y b\nc: *y')).toEqual(['a: !x &y b\nc: *y', 'a', 'b', 'c', '*y']);
  });

  test('a block text ends with its last line, without the line end', () => {
    expect(sources('a: |\n  x\n\n  y\n\nb: >-\n  z')).toEqual([
      'a: |\n  x\n\n  y\n\nb: >-\n  z',
      'a',
      '|\n  x\n\n  y',
      'b',
      '>-\n  z',
    ]);
  });

  test('a value that was left out is empty and stands behind what precedes it', () => {
    const { root } = parseYaml('a:   # c\nb: !x\n');
    const values = root?.kind === 'map' ? [...root.pairs].map(({ value }) => [value.start, value.end]) : [];
    expect(values).toEqual([
      [2, 2],
      [14, 14],
    ]);
  });
});
