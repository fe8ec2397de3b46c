import { expect, test } from 'vitest';
import { literalMask } from './literal-mask.ts';

const masked = (texts: readonly string[], text: string) => literalMask('x', texts, '#').apply(text);

test('of the texts that start at one place the longest is masked, and the first place comes first', () => {
  expect(masked(['ab', 'abc', 'bcd'], 'abcd ab bcd abab')).toEqual({ text: '#d # # ##', count: 5 });
  expect(masked(['aab', 'a'], 'aaaab')).toEqual({ text: '###', count: 3 });
  expect(masked(['abcde', 'c', 'bcdx'], 'abcd abcdx')).toEqual({ text: 'ab#d a#', count: 2 });
});

test('what is masked is counted once, whatever it is replaced with', () => {
  expect(literalMask('x', ['a'], '$&a').apply('aba')).toEqual({ text: '$&ab$&a', count: 2 });
});

test('texts are found as they are written, whatever they mean in a pattern', () => {
  expect(masked(['a.c', '[x]', '\\', '😀'], 'abc a.c x[x]\\ 😀😁')).toEqual({
    text: 'abc # x## #😁',
    count: 4,
  });
});

test('nothing is masked where there is no text to look for', () => {
  expect(masked([], 'abc')).toEqual({ text: 'abc', count: 0 });
  expect(masked([''], 'abc')).toEqual({ text: 'abc', count: 0 });
  expect(masked(['a'], '')).toEqual({ text: '', count: 0 });
});

test('thousands of lines that begin and end alike are masked in a megabyte', () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `line ${String(at).padStart(8, '0')} of the key`);
  const text = `${lines.join('\n')}\n`.repeat(10);
  expect(masked([lines.join('\n'), lines.join('\\n'), ...lines], text)).toEqual({
    text: '#\n'.repeat(10),
    count: 10,
  });
  expect(masked(lines, text)).toEqual({ text: '#\n'.repeat(50_000), count: 50_000 });
});

// Compared at each place anew, each of them would take hours.
test.each([
  ['that begins otherwise', `b${'a'.repeat(350_000)}`],
  ['that ends otherwise', `${'a'.repeat(350_000)}b`],
  ['that is otherwise in the middle', `${'a'.repeat(175_000)}b${'a'.repeat(175_000)}`],
])('a long text %s does not hold up the search', (_, text) => {
  const nearly = 'a'.repeat(1_000_000);
  expect(masked([text], nearly)).toEqual({ text: nearly, count: 0 });
  expect(masked([text, 'aa'], nearly).count).toBe(500_000);
  expect(masked([text], `x ${text} y`)).toEqual({ text: 'x # y', count: 1 });
});
