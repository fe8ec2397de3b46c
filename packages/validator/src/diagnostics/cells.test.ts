import { expect, test } from 'vitest';
import { cells, textWidth } from './cells.ts';

test('Chinese, Japanese and Korean characters take two columns', () => {
  expect(textWidth('重启 かな 한글')).toBe(14);
});

test('an emoji takes two columns, however many code points it has', () => {
  expect(textWidth('😀👩‍👩‍👧🇩🇪')).toBe(6);
});

test('a letter with combining marks takes one column', () => {
  expect(textWidth('e\u0301a\u0308')).toBe(2);
});

test('a tab reaches to the next multiple of four columns', () => {
  expect(cells('a\tb').map((cell) => cell.shown)).toEqual(['a', '   ', 'b']);
});

test('a control character takes the columns of its spelling', () => {
  expect(cells('\x1b[')).toEqual([
    { start: 0, end: 1, shown: '<U+001B>', width: 8 },
    { start: 1, end: 2, shown: '[', width: 1 },
  ]);
});
