import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { OpenOptions } from './format.ts';
import { openOnDemand } from './on-demand.ts';
import { formats, open } from './open.ts';
import { directoryTree } from './tree/directory-tree.ts';
import { memoryTree } from './tree/memory-tree.ts';

const examples = join(import.meta.dirname, '../../../examples');

describe('opening on demand gives the answer of opening', () => {
  test.each(readdirSync(examples))('for the example %s', async (name) => {
    const tree = directoryTree(join(examples, name));
    expect(await openOnDemand(tree)).toEqual(open(tree));
  });

  test.each([
    ['for a pack that nobody claims', { 'pack.yaml': 'colour: red\n' }],
    ['for a directory without a manifest', { 'pack.yml': 'id: a\n' }],
    ['for a manifest that is no text', { 'pack.yaml': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]) }],
  ])('%s', async (_, files) => {
    const tree = memoryTree(files);
    expect(await openOnDemand(tree)).toEqual(open(tree));
  });
});

test('every format can be opened on demand', async () => {
  const opened = await Promise.all(
    readdirSync(examples).map((name) => openOnDemand(directoryTree(join(examples, name)))),
  );
  expect(opened.map(({ format }) => format).toSorted()).toEqual(formats.map(({ id }) => id).toSorted());
});

test('a format that has no say in the pack stays unloaded', () => {
  expect(loadedFor({}, ['emisar action pack', 'Attune pack', 'Evershell pack'])).toEqual([
    true,
    false,
    false,
  ]);
});

test('for a verdict on a right pack, neither the rules that warn nor Zod are loaded', () => {
  const texts = ['EMI043', 'EMI136', '$ZodType'];
  expect(loadedFor({ verdictOnly: true }, texts)).toEqual([true, false, false]);
  expect(loadedFor({}, texts)).toEqual([true, true, false]);
});

/** Which of the texts stand in what a process loads that opens an emisar pack on demand. */
function loadedFor(options: OpenOptions, texts: readonly string[]): readonly boolean[] {
  const dist = (name: string) => pathToFileURL(join(import.meta.dirname, '../dist', name)).href;
  const program = `
    import { registerHooks } from 'node:module';
    const sources = [];
    registerHooks({ load: (url, context, next) => {
      const loaded = next(url, context);
      if (url.startsWith('file:')) sources.push(String(loaded.source));
      return loaded;
    } });
    const { openOnDemand } = await import(${JSON.stringify(dist('on-demand.js'))});
    const { directoryTree } = await import(${JSON.stringify(dist('node.js'))});
    const tree = directoryTree(${JSON.stringify(join(examples, 'disk-care'))});
    const { digest } = await openOnDemand(tree, ${JSON.stringify(options)});
    const holds = (text) => digest !== null && sources.some((source) => source.includes(text));
    console.log(JSON.stringify(${JSON.stringify(texts)}.map(holds)));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  );
}
