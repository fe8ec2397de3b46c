import { expect, test } from 'vitest';
import { z } from 'zod';
import { emisarScalars } from '../emisar/scalars.ts';
import { SourceText } from '../source/source-text.ts';
import { documentKind, readDocument, withForm } from './document.ts';
import { spanWithin } from './span-within.ts';

const kind = documentKind(withForm(z.strictObject({ a: z.string() })), emisarScalars, 'a test');

/** What is marked for the first occurrence of a part in the text of `a`. */
function marked(yaml: string, part: string): string {
  const document = readDocument('a.yaml', new SourceText(yaml), kind);
  const from = document.value.a.indexOf(part);
  expect(from).toBeGreaterThanOrEqual(0);
  const { start, end } = spanWithin(document, ['a'], from, from + part.length);
  return yaml.slice(start, end);
}

test.each([
  ['plain', 'a: one {two} three', '{two}', '{two}'],
  ['single quotes', "a: 'it''s here'", "t's", "t''s"],
  ['double quotes', 'a: "one \\"two\\" three"', '"two"', '\\"two\\"'],
  ['an escape that cannot be seen', 'a: "ring\\a it"', '\u0007', '\\a'],
  ['an escape in hexadecimal digits', 'a: "x\\u202ey"', '\u202e', '\\u202e'],
  ['an escape beyond the basic plane', 'a: "x\\U0001F600y z"', 'y', 'y'],
  ['a character beyond the basic plane', 'a: "x\u{1F600}y z"', 'y', 'y'],
  ['a literal block', 'a: |\n  one\n    two\n\n  three\n', 'three', 'three'],
  ['a literal block with a header', 'a: |2-  # why\n  one\n  two', 'two', 'two'],
  ['a folded block', 'a: >\n  one\n  two\n\n  three\n', 'two', 'two'],
  ['a part over a fold', 'a: >\n  one\n  two\n', 'one two', 'one\n  two'],
  ['lines that end in CR and LF', 'a: |\r\n  one\r\n\r\n  two\r\n', 'two', 'two'],
  ['quotes over several lines', 'a: "one\n  two\n\n  three"', 'three', 'three'],
  ['an escaped line break', 'a: "one \\\n  two"', 'two', 'two'],
  ['a text with an anchor', 'a: &x one two', 'two', 'two'],
  ['plain text over several lines', 'a: one\n  two\n  three\n', 'three', 'three'],
])('%s: the part itself is marked', (_, yaml, part, expected) => {
  expect(marked(yaml, part)).toBe(expected);
});

test('the part that is meant is marked, not an earlier one that reads the same', () => {
  const yaml = 'a: x "x" x';
  const document = readDocument('a.yaml', new SourceText(yaml), kind);
  expect(spanWithin(document, ['a'], 6, 7)).toEqual({ start: 9, end: 10 });
});

test('under a tag the whole text is marked', () => {
  expect(marked('a: !!binary Zm9v', 'oo')).toBe('Zm9v');
});
