import { describe, expect, test } from 'vitest';
import { parseYaml } from './index.ts';
import type { YamlFault } from './yaml-fault.ts';

/** A fault as `message ⟦where⟧ hint`. */
function shown(yaml: string, { message, span, hint }: YamlFault): string {
  return `${message} ⟦${yaml.slice(span.start, span.end)}⟧ ${hint ?? ''}`.trimEnd();
}

const faultsOf = (yaml: string) => parseYaml(yaml).faults.map((fault) => shown(yaml, fault));

/** The text after the first fault's fix. */
function mended(yaml: string): string | undefined {
  const fix = parseYaml(yaml).faults[0]?.fix;
  return fix && yaml.slice(0, fix.span.start) + fix.newText + yaml.slice(fix.span.end);
}

describe('a mistake is shown where the author made it', () => {
  test.each([
    [
      'a value with a second colon',
      'a: note: b',
      'the value "note: b" holds a ":" that reads as a key ⟦:⟧ quote the value: "note: b"',
    ],
    ['a double quote left open', 'a: "x\nb: y\n', 'the double quote is never closed ⟦"x⟧ close "x'],
    [
      'a quote that the next one closes',
      'a: "x\nb: "y"\n',
      'the double quote closes only on line 2 ⟦"x⟧ close "x on its own line',
    ],
    [
      'a quote within quotes',
      'a: "x "y" z"',
      'the quoted text ends before "y" z"" ⟦"y" z"⟧ write \\" for a quote within double quotes',
    ],
    [
      'an apostrophe within quotes',
      "a: 'it's'",
      `the quoted text ends before "s'" ⟦'s'⟧ write '' for a quote within single quotes`,
    ],
    [
      'an escape that does not exist',
      'a: "^\\d$"',
      '"\\d" is not an escape ⟦\\d⟧ write "\\\\d", or use single quotes, where a backslash is an ordinary character',
    ],
    ['a half escape', 'a: "\\u12"', 'the escape "\\u12" needs 4 hexadecimal digits ⟦\\u12⟧'],
    [
      'a document marker in quotes',
      'a: "x\n---\n"',
      'the document marker "---" stands inside a quoted text ⟦---⟧ close "x, or indent this line',
    ],
    [
      'a line indented by a tab',
      'a:\n\tb: c',
      'a tab stands where only spaces may indent ⟦\t⟧ indent with spaces',
    ],
    [
      'a tab in a block text',
      'a: |\n\tb',
      'a tab stands where only spaces may indent ⟦\t⟧ indent with spaces',
    ],
    ['a value that begins with @', 'a: @x', 'a value cannot begin with "@" ⟦@⟧ quote the value: "@x"'],
    [
      'a glob',
      'a: *.log',
      'a value that begins with "*" is an alias, and this names none ⟦*.⟧ quote the value: "*.log"',
    ],
    [
      'a glob within brackets',
      'a: [b, *.log]',
      'a value that begins with "*" is an alias, and this names none ⟦*.⟧ quote the value: "*.log"',
    ],
    [
      'a tag that ends in quotes',
      'a: !b"c"',
      'a tag ends with a blank ⟦!b"⟧ quote the value if "!" is not meant as a tag',
    ],
    [
      'an unquoted template with more text',
      'a: {{ args.x }}/y # c',
      'the template "{{ args.x }}/y" is not quoted ⟦{{ args.x }}/y⟧ quote the value: "{{ args.x }}/y"',
    ],
    [
      'an unquoted optional template',
      'a: [{{ args.x? }}, b]',
      'the template "{{ args.x? }}" is not quoted ⟦{{ args.x? }}⟧ quote the value: "{{ args.x? }}"',
    ],
    [
      'a line one space too deep',
      'a: x\n b: y\nc: z',
      'this line is indented by 1 space, the lines around it by 0 ⟦ b:⟧ begin it at the start of the line',
    ],
    [
      'a line between two blocks',
      'a:\n  b:\n    - x\n   c: y',
      'this line is indented by 3 spaces, which fits no block above it ⟦   c⟧ the blocks here are indented by 2 and 4 spaces',
    ],
    [
      'a block that lost its key',
      'a:\n    - x\n  b: y',
      'this block is indented by 4 spaces, which does not fit the lines after it ⟦    - x⟧ indent it by 2 like the lines after it, or add the key that it belongs to',
    ],
    [
      'a first line that is indented',
      ' a: x\nb: y',
      'the first line is indented by 1 space, a later one is not ⟦ ⟧ begin all top-level keys at the start of their lines',
    ],
    [
      'a value and a block under one key',
      'a: x\n  b: y',
      'the value "x" is followed by deeper lines ⟦x\n  b:⟧ remove the value, or indent the deeper lines like its key',
    ],
    [
      'a list under a key that has a value',
      'a: "x"\n  - b',
      'the value "x" is followed by deeper lines ⟦"x"\n  ⟧ remove the value, or indent the deeper lines like its key',
    ],
    [
      'a list among keys',
      'a:\n  b: x\n  - y',
      'a list item stands among the keys of a map ⟦  -⟧ indent the list under its key, or give it a key of its own',
    ],
    [
      'a key among list items',
      'a:\n  - x\n  b: y',
      '"b" stands among the items of a list ⟦  b⟧ begin it with "- ", or move it to the column of the key that the list belongs to',
    ],
    [
      'a key without a colon',
      'a: x\nb y\nc: z',
      'no ":" follows "b y" ⟦b y⟧ write it as "key: value", or put ">" behind the key above to begin a text of several lines',
    ],
    ['a colon without a blank', 'a: x\nb:y\nc: z', 'no blank follows the ":" in "b:y" ⟦b:y⟧ write "b: …"'],
    ['a colon without a key', 'a:\n  : x', 'no key stands before ":" ⟦  :⟧'],
    [
      'a text of several lines with a colon',
      'a:\n  Some words\n  and note: more',
      'the text that begins with "Some words" holds a ":" that reads as a key ⟦  Some words\n  and note:⟧ put ">" behind the key above, which begins a text of several lines',
    ],
    [
      'a line of a block text that is not indented like it',
      'a: >\n    x\n    y\n  z',
      'this line is indented by 2 spaces, the text around it by 4 ⟦  z⟧ indent it by 4 if it belongs to the text',
    ],
    [
      'text behind a block indicator',
      'a: | x',
      '"x" follows "|" on its line ⟦x⟧ begin the text on the next line, or quote the whole value',
    ],
    [
      'a list behind a key',
      'a: - b',
      'a list item cannot begin here ⟦-⟧ begin the list on a line of its own, or quote the value',
    ],
    ['a bracket left open', 'a: [b, c\nd: e', '"[" is never closed ⟦[b, c⟧ close it with "]"'],
    ['a brace left open at the end', 'a: {b: c', '"{" is never closed ⟦{b: c⟧ close it with "}"'],
    [
      'a comma left out',
      'a: ["b" "c"]',
      '"," or "]" is missing before "c" ⟦"c"⟧ quote a text within brackets that holds ",", ":", "?", brackets or braces',
    ],
    [
      'a comma too many',
      'a: [b,, c]',
      'a value is missing before "," ⟦,⟧ quote the value if this is part of it',
    ],
    [
      'two keys on one line',
      'a: [] b: c',
      '"b: c" follows a value that is already whole ⟦b: c⟧ begin it on a new line',
    ],
    [
      'a bracket too many',
      'a: "b"]',
      'the quoted text ends before "]" ⟦"]⟧ write \\" for a quote within double quotes',
    ],
    [
      'a directive that does not exist',
      '%x\na: b',
      'a line that begins with "%" is a directive, and only %YAML and %TAG exist ⟦%x⟧ quote the text, or indent the line, if "%" belongs to a value',
    ],
    [
      'a version that is not read',
      '%YAML 1.2\n---\na: b',
      'YAML 1.2 is not read, only 1.1 ⟦%YAML 1.2⟧ leave the directive out',
    ],
    ['an undeclared tag handle', 'a: !b!c d', 'the tag handle "!b!" is not declared ⟦!b!c⟧'],
    [
      'an alias without an anchor',
      'a: *b',
      'no anchor "b" stands before this alias ⟦*b⟧ quote the value if "*" is not meant as an alias',
    ],
    ['an anchor within itself', 'a: &b [*b]', 'the anchor "b" contains itself ⟦*b⟧'],
    [
      'a second document',
      'a: b\n---\nc: d',
      'a second document begins here ⟦---⟧ keep one document per file',
    ],
    ['an empty file', '# nothing\n', 'the file holds no YAML document ⟦⟧'],
    [
      'a control character',
      'a: b\x07c',
      'the control character U+0007 stands in the text ⟦\x07⟧ remove it, or write it as an escape in double quotes',
    ],
  ])('%s', (_, yaml, expected) => {
    expect(faultsOf(yaml)).toEqual([expected]);
  });
});

describe('a fix is offered where it is certain', () => {
  test.each([
    ['a: @x # c', 'a: "@x" # c'],
    ['a: `x`\n', 'a: "`x`"\n'],
    ['a: [b, *.log]', 'a: [b, "*.log"]'],
    ['a: {{ x }}-{{ y }}', 'a: "{{ x }}-{{ y }}"'],
    ['a: "^\\d"', 'a: "^\\\\d"'],
    ['a: x\n b: y\n', 'a: x\nb: y\n'],
    [' a: x\nb: y', 'a: x\nb: y'],
    ['a: x\nb:y\n', 'a: x\nb: y\n'],
    ['a:\n\tb: c', 'a:\n  b: c'],
    ['a: b\n---\n', 'a: b\n\n'],
  ])('%j is mended', (yaml, expected) => {
    expect(mended(yaml)).toBe(expected);
    expect(parseYaml(expected).faults).toEqual([]);
  });

  test.each([
    ['the value may be a key', 'a: @x: y'],
    ['the value may go on', 'a: @x\n  y'],
    ['a tab may stand for two or for four spaces', 'a:\n  - b:\n      c: d\n\te: f'],
    ['a tab behind an indicator is no indentation', '? \t'],
    ['a quote may close anywhere', 'a: "x\nb: y'],
  ])('%s: none', (_, yaml) => {
    expect(parseYaml(yaml).faults).not.toEqual([]);
    expect(mended(yaml)).toBeUndefined();
  });
});

describe('several faults', () => {
  test('faults under different top-level keys are reported together', () => {
    expect(faultsOf('a: @x\nb:\n  c: [d\ne: "f" g\nh: i\n')).toEqual([
      'a value cannot begin with "@" ⟦@⟧ quote the value: "@x"',
      '"[" is never closed ⟦[d⟧ close it with "]"',
      '"g" follows a value that is already whole ⟦g⟧ put all of the value in one pair of quotes',
    ]);
  });

  test('an alias that was anchored before a fault is no fault after it', () => {
    expect(faultsOf('a: &x y\nb: @z\nc: *x\n')).toHaveLength(1);
  });
});
