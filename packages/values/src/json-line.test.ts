import { expect, test } from 'vitest';
import { jsonLine } from './json-line.ts';

const text = `{
  "a": [
    {"x": "]}\\""},
    {"b": 1,
     "c": true}
  ]
}`;

test.each([
  [[], 1],
  [['a'], 2],
  [['a', 0, 'x'], 3],
  [['a', 1], 4],
  [['a', 1, 'c'], 5],
  [['a', 1, 'gone'], 4],
  [['a', 7], 2],
  [['a', 1, 'b', 'deeper'], 4],
])('the value at %j is on line %i', (path, line) => {
  expect(jsonLine(text, path)).toBe(line);
});

test.each([
  ['{\n"a": 1,\n}', 3],
  ['{"a":\n\n', 3],
  ['', 1],
])('%j stops being JSON on line %i', (broken, line) => {
  expect(jsonLine(broken, [])).toBe(line);
});
