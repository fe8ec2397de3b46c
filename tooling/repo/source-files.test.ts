import { expect, test } from 'vitest';
import { importsOf } from './source-files.ts';

test('imports over several lines, re-exports, bare, lazy, resolved and type imports are all seen', () => {
  const text = `import {
  a,
} from './a.ts';
import './b.ts';
import type { C } from 'c';
export { d } from './d.ts';
const e = await import('e/node');
const g = import.meta.resolve('g');
const f = { from: 'not an import' };
`;
  expect(importsOf(text).toSorted()).toEqual(['./a.ts', './b.ts', './d.ts', 'c', 'e/node', 'g']);
});
