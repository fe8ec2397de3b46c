import { buildImage } from '@packwright/image';
import { expect, test } from 'vitest';
import { imageInput } from './image-input.ts';
import { open } from './open.ts';
import { memoryTree } from './tree/memory-tree.ts';

const attune = { 'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n', 'lib/a.py': 'x = 1\n' };

test('a pack whose digest is not that of an image is packed file by file', () => {
  const tree = memoryTree(attune);
  const input = imageInput(tree, open(tree));
  expect(input).toMatchObject({
    format: 'attune',
    title: 'Demo',
    version: '1.0.0',
    category: 'uncategorised',
  });
  expect([...(input?.entries ?? [])].map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'directory lib',
    'file lib/a.py',
    'file pack.yaml',
  ]);
  expect(input && buildImage(input).digest).toMatch(/^sha256:/);
});

test('a refused pack has no image', () => {
  const tree = memoryTree({ 'pack.yaml': 'ref: demo\nversion: 1\n' });
  expect(imageInput(tree, open(tree))).toBe(null);
});
