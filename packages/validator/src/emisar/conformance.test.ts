import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared, shared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import type { OpenedPack } from '../format.ts';
import { open } from '../open.ts';
import { directoryTree } from '../tree/directory-tree.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';
import { nodeSha256 } from '../tree/node-sha256.ts';
import { type Mutant, mutantTree } from './fixtures/mutants.ts';

/** Milliseconds: more than a thousand packs are read. */
const LONG = 60_000;

interface Verdict {
  readonly ok: boolean;
  readonly hash?: string;
}

describeShared('conformance/emisar', (folder) => {
  const corpus = shared('corpus/emisar') as string;
  const vectors = <T>(name: string): T[] =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as T);

  test('every real pack is accepted with the hash and the number of actions of the reference', {
    timeout: LONG,
  }, () => {
    const packs = vectors<Verdict & { pack: string; actions: number }>('packs.jsonl');
    const differing = packs.filter((expected) => {
      const opened = open(directoryTree(join(corpus, expected.pack)), { sha256: nodeSha256 });
      return !agrees(opened, expected) || opened.view?.runnable?.actions.length !== expected.actions;
    });
    expect(packs).toHaveLength(100);
    expect(differing).toEqual([]);
  });

  test('every mutant of a real pack gets the verdict and the hash of the reference', {
    timeout: LONG,
  }, () => {
    const mutants = vectors<Mutant>('mutants.jsonl');
    const differing = mutants.filter(
      (mutant) =>
        !agrees(
          open(mutantTree(directoryTree(join(corpus, mutant.pack)), mutant), { sha256: nodeSha256 }),
          mutant,
        ),
    );
    expect(mutants).toHaveLength(1200);
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  test('every hand-made case gets the verdict, the hash and the lint warning of the reference', () => {
    const cases = vectors<
      Verdict & { case: string; files: Record<string, VectorEntry>; warnings?: string[] }
    >('cases.jsonl');
    const differing = cases.filter((expected) => {
      const opened = open(memoryTree(entries(expected.files)), { sha256: nodeSha256 });
      const lint = opened.diagnostics.filter(({ code }) => code === 'EMI101').length;
      return !agrees(opened, expected) || (expected.ok && lint !== (expected.warnings ?? []).length);
    });
    expect(cases).toHaveLength(285);
    expect(differing.map((entry) => entry.case)).toEqual([]);
  });
});

type VectorEntry = { text: string } | { base64: string } | { symlink: string } | { dir: true };

function agrees(opened: OpenedPack, { ok, hash }: Verdict): boolean {
  const accepted = !opened.diagnostics.some(({ severity }) => severity === 'error');
  return accepted === ok && (!ok || opened.digest === hash);
}

function entries(files: Record<string, VectorEntry>): Map<string, MemoryEntry> {
  return new Map(
    Object.entries(files).map(([path, entry]): [string, MemoryEntry] => {
      if ('text' in entry) return [path, entry.text];
      if ('base64' in entry) return [path, Buffer.from(entry.base64, 'base64')];
      return [path, 'symlink' in entry ? { link: entry.symlink } : { directory: true }];
    }),
  );
}
