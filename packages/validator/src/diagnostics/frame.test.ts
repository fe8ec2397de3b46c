import { expect, test } from 'vitest';
import { SourceText } from '../source/source-text.ts';
import { span } from '../source/span.ts';
import { frame } from './frame.ts';

/** The frame of the quoted part of a text, as a reader sees it. */
function framed(text: string, quoted: string, width = 60): string {
  const start = text.indexOf(quoted);
  return drawn(text, start, start + quoted.length, width);
}

function drawn(text: string, start: number, end: number, width = 60): string {
  const lines = frame(new SourceText(text), span(start, end), width).map((row) => {
    if (row.kind === 'source') return `${row.line}|${row.text}`;
    return row.kind === 'gap' ? '…' : ` |${' '.repeat(row.indent)}${'^'.repeat(row.length)}`;
  });
  return `\n${lines.join('\n')}\n`;
}

test('the marks stand under exactly the span', () => {
  expect(framed('id: a\nrisk: hgh\nkind: exec\n', 'hgh')).toBe(`
2|risk: hgh
 |      ^^^
`);
});

test('an empty span gets one mark', () => {
  expect(drawn('risk:\nkind: exec\n', 5, 5)).toBe(`
1|risk:
 |     ^
`);
});

test('a span behind the last character is marked behind it', () => {
  expect(drawn('a: 1', 40, 50)).toBe(`
1|a: 1
 |    ^
`);
});

test('marks under wide characters are as wide as they are', () => {
  expect(framed('title: 重启 now\n', '启 now')).toBe(`
1|title: 重启 now
 |         ^^^^^^
`);
});

test('a span inside a combined character marks the character', () => {
  expect(framed('x: e\u0301!\n', '\u0301')).toBe(`
1|x: e\u0301!
 |   ^
`);
});

test('a tab is shown as the space that it is marked as', () => {
  expect(framed('a:\n\tb: 1\n', '\t')).toBe(`
2|    b: 1
 |^^^^
`);
});

test('control and direction characters of the author are spelled out', () => {
  expect(framed('x: \u202ea\x1b[2J b\n', 'b')).toBe(`
1|x: <U+202E>a<U+001B>[2J b
 |                        ^
`);
});

test('a byte order mark is not shown and not counted', () => {
  expect(framed('\ufeffid: a\n', 'a')).toBe(`
1|id: a
 |    ^
`);
});

test('lines end at LF, CRLF or CR', () => {
  expect(framed('a: 1\r\nb: 2\rc: 3\n', '3')).toBe(`
3|c: 3
 |   ^
`);
});

test('a span over up to three lines is shown whole, indentation unmarked', () => {
  expect(framed('a:\n  b: 1\n\n  c: 2\n', 'b: 1\n\n  c: 2\n')).toBe(`
2|  b: 1
 |  ^^^^
3|
4|  c: 2
 |  ^^^^
`);
});

test('a longer span is shown by its first and last line', () => {
  expect(framed('a:\n  - b\n  - c\n  - d\n  - e\nf: 1\n', 'a:\n  - b\n  - c\n  - d\n  - e\n')).toBe(`
1|a:
 |^^
…
5|  - e
 |  ^^^
`);
});

test('a span of nothing but space is marked on its own line', () => {
  expect(drawn('a:   \n\nb: 1\n', 2, 7)).toBe(`
1|a:   
 |  ^^^
`);
});

test('a long line is cut behind a span near its start', () => {
  expect(framed(`key: ${'abcdefghij'.repeat(9)}`, 'key', 30)).toBe(`
1|key: abcdefghijabcdefghijabcd…
 |^^^
`);
});

test('a long line is cut on both sides of a span in its middle', () => {
  expect(framed(`${'abcdefghij'.repeat(9)}HERE${'abcdefghij'.repeat(9)}`, 'HERE', 30)).toBe(`
1|…defghijHEREabcdefghijabcdefg…
 |        ^^^^
`);
});

test('a long line is cut before a span at its end', () => {
  expect(framed(`${'abcdefghij'.repeat(9)}HERE`, 'HERE', 30)).toBe(`
1|…defghijHERE
 |        ^^^^
`);
});

test('a span longer than the width is marked to the cut', () => {
  expect(framed(`a: ${'0123456789'.repeat(9)}`, '0123456789'.repeat(9), 20)).toBe(`
1|a: 0123456789012345…
 |   ^^^^^^^^^^^^^^^^
`);
});

test('a cut never halves a character', () => {
  expect(framed(`${'重'.repeat(400)}HERE${'😀'.repeat(400)}`, 'HERE', 21)).toBe(`
1|…重重HERE😀😀😀😀😀…
 |     ^^^^
`);
});

test('a line of many megabytes costs no more than a short one', () => {
  const text = `${'a'.repeat(20_000_000)}HERE${'b'.repeat(20_000_000)}`;
  expect(framed(text, 'HERE', 20)).toBe(`
1|…aaaaaHEREbbbbbbbbb…
 |      ^^^^
`);
});

test('an empty text has no frame', () => {
  expect(frame(new SourceText(''), span(0, 0), 60)).toEqual([]);
});
