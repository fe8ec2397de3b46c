import { expect, test } from 'vitest';
import { inTurn } from '../../fixtures/in-turn.ts';
import { open } from '../../open.ts';
import { type MemoryEntry, memoryTree } from '../../tree/memory-tree.ts';
import { type Files, generatedPacks } from './generated-packs.ts';
import { manifestMutators } from './manifest-mutators.ts';
import { placesOf } from './places.ts';
import { treeMutators, withDefect } from './tree-mutators.ts';

const LONG = 60_000;
const COUNT = 2000;

/** The defects among 2,000 that are not reported where the edit is: how many of a mutator, and why. */
const survivors: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'there is no description': { count: 39, why: 'the line is gone; the warning is at the name' },
};

/** A pack with a defect: where it is, and what has to be said. */
interface Defect {
  readonly mutator: string;
  readonly code: string;
  readonly files: Readonly<Record<string, MemoryEntry>>;
  readonly file: string;
  /** Where in the manifest; undefined for a finding that is about the file. */
  readonly edit?: { readonly start: number; readonly end: number };
}

const packs = generatedPacks(100);

function manifestDefects(mutator: (typeof manifestMutators)[number], files: Files): Defect[] {
  const text = files['pack.yaml'] ?? '';
  return placesOf(text).flatMap((place) => {
    const edit = mutator.edit(place);
    if (!edit) return [];
    const written = edit.text.replace('NAME', /^name: (.*)$/m.exec(text)?.[1] ?? '');
    const changed = text.slice(0, edit.start) + written + text.slice(edit.end);
    // For what is gone a line beside it is near enough.
    const isGone = written === '';
    const start = isGone ? changed.lastIndexOf('\n', Math.max(0, edit.start - 2)) + 1 : edit.start;
    const end = isGone ? changed.indexOf('\n', edit.start) : edit.start + written.length;
    return [
      {
        mutator: mutator.name,
        code: mutator.code,
        files: { ...files, 'pack.yaml': changed },
        file: 'pack.yaml',
        edit: { start, end },
      },
    ];
  });
}

const byMutator: readonly (readonly Defect[])[] = [
  ...manifestMutators.map((mutator) => packs.flatMap((files) => manifestDefects(mutator, files))),
  ...treeMutators.map((mutator) =>
    packs.map((files): Defect => {
      const { name, code } = mutator;
      return { mutator: name, code, files: withDefect(files, mutator), file: mutator.file(files) };
    }),
  ),
];

function isReported({ code, files, file, edit }: Defect): boolean {
  return open(memoryTree(files)).diagnostics.some((found) => {
    if (found.code !== code) return false;
    // What has no path in a pack is told of the pack.
    if (!edit) return found.file === file || found.file === '';
    return found.file === file && found.span.start <= edit.end && edit.start <= found.span.end;
  });
}

test('the hundred packs have no fault and differ', () => {
  expect(packs.flatMap((files) => open(memoryTree(files)).diagnostics)).toEqual([]);
  expect(new Set(packs.map((files) => open(memoryTree(files)).digest)).size).toBe(100);
});

test('there are 30 mutators and more, and each finds places', () => {
  expect(byMutator.length).toBeGreaterThanOrEqual(30);
  expect(byMutator.filter((defects) => defects.length < 20)).toEqual([]);
});

test(`of ${COUNT} seeded defects 95 of 100 are reported by their code, where the edit is`, {
  timeout: LONG,
}, () => {
  const defects = inTurn(byMutator, COUNT, 20_261_129);
  const missed = defects.filter((defect) => !isReported(defect));
  const found: Record<string, number> = {};
  for (const { mutator } of missed) found[mutator] = (found[mutator] ?? 0) + 1;
  expect(defects).toHaveLength(COUNT);
  expect(missed.length / defects.length).toBeLessThan(0.05);
  expect(found).toEqual(
    Object.fromEntries(Object.entries(survivors).map(([name, { count }]) => [name, count])),
  );
});
