import { cpSync, globSync, lutimesSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildImage, type ImageInput } from '@packwright/image';
import { imageInput, open } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleFolders, exampleImages } from './example-images.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'packwright-examples-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));

test('the image of every example pack has a frozen digest', () => {
  expect(exampleFolders().map((folder) => basename(folder))).toEqual(Object.keys(exampleImages));
});

describe.each(Object.entries(exampleImages))('the image of %s', (name, digest) => {
  const [folder = ''] = exampleFolders().filter((each) => basename(each) === name);

  test('has the digest that it always had', () => {
    expect(digestOf(folder)).toBe(digest);
  });

  test('has it on another path, with other times of its files', () => {
    const copy = join(elsewhere, 'deeper', `${name}.copy`);
    cpSync(folder, copy, { recursive: true });
    for (const [index, path] of [copy, ...globSync(`${copy}/**`)].entries())
      lutimesSync(path, new Date(index * 1e9), new Date(1e12 - index * 1e9));
    expect(digestOf(copy)).toBe(digest);
  });
});

test('a content pack has the digest of its image', () => {
  const [folder = ''] = exampleFolders().filter((each) => each.endsWith('status-board'));
  expect(open(directoryTree(folder), { sha256: nodeSha256 }).digest).toBe(exampleImages['status-board']);
});

function digestOf(folder: string): string {
  const tree = directoryTree(folder);
  return buildImage(imageInput(tree, open(tree)) as ImageInput, nodeSha256).digest;
}
