import { expect, test } from 'vitest';
import { exportedNames } from './exported-names.ts';

test('listed, renamed, type-only and declared names are all seen, each once', () => {
  const declarations = `export { open, type Opened } from './open.ts';
export { inner as outer } from './inner.ts';
export type { Span } from './span.ts';
export declare const LIMIT = 3;
export interface Tree {
}
export declare function read(): Tree;
export declare function read(path: string): Tree;
`;
  expect(exportedNames(declarations)).toEqual(['LIMIT', 'Opened', 'Span', 'Tree', 'open', 'outer', 'read']);
});
