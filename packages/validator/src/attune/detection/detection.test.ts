import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeShared, isLongRun } from '@packwright/vitest';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { open } from '../../open.ts';
import { directoryTree } from '../../tree/directory-tree.ts';
import type { PackTree } from '../../tree/pack-tree.ts';
import type { SeedFile } from './place.ts';
import { edited, mutators, type SeededDefect, seededDefects } from './seeded-defects.ts';

/** Milliseconds: a pack is opened for each defect. */
const LONG = 600_000;
const COUNT = isLongRun ? 2000 : 300;

/** The defects among 2,000 that are not reported where the edit is: how many of a mutator, and why. */
const survivors: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'nothing to run': {
    count: 3,
    why: 'the line stood apart from its place in the order of keys, where the error is',
  },
  'a ref that is taken': {
    count: 8,
    why: 'the error is at the later of the two files; its related place is the edit',
  },
  'a value is no YAML': {
    count: 2,
    why: 'a quote is open; the error is behind the next quote, where YAML breaks',
  },
};

describeShared('corpus/attune', (folder) => {
  const corpus = readdirSync(folder).map((name) => join(folder, name));
  const own = [
    'seed-examples',
    // The kinds of components that no real pack brings.
    ...['ATT022', 'ATT024', 'ATT026', 'ATT028'].map((code) => `fixtures/${code}/good`),
  ].map((name) => join(import.meta.dirname, '..', name));
  const roots = [...corpus.filter(isPack), ...own];
  const trees = new Map(roots.map((root) => [root, directoryTree(root)]));
  const before = new Map([...trees].map(([root, tree]) => [root, open(tree).diagnostics]));
  const files = [...trees].flatMap(([root, tree]) => filesOf(root, tree));

  test('there are 14 real packs and five of our own, and a mutator for each of 45 rules', () => {
    expect(trees.size).toBe(19);
    expect(new Set(mutators.map(({ code }) => code)).size).toBeGreaterThanOrEqual(45);
  });

  test(`of ${COUNT} seeded defects 95 of 100 are reported by their rule, where the edit is`, {
    timeout: LONG,
  }, () => {
    const defects = seededDefects(files, COUNT);
    const missed = defects.filter((defect) => {
      const { root } = defect.place;
      return !isReported(trees.get(root) as PackTree, before.get(root) ?? [], defect);
    });
    const found = counted(missed);
    expect(defects).toHaveLength(COUNT);
    expect(new Set(defects.map(({ mutator }) => mutator)).size).toBe(mutators.length);
    expect(Object.keys(found).filter((name) => !Object.hasOwn(survivors, name))).toEqual([]);
    expect(missed.length / defects.length).toBeLessThan(0.05);
    if (isLongRun) expect(found).toEqual(counts(survivors));
  });
});

/** Whether the rule says something new that touches the edit, or for a deletion a line beside it. */
function isReported(tree: PackTree, before: readonly Diagnostic[], defect: SeededDefect): boolean {
  const { edit, mutator, place } = defect;
  const text = edited(defect);
  const isDeletion = edit.text === '';
  const start = isDeletion ? text.lastIndexOf('\n', Math.max(0, edit.start - 2)) + 1 : edit.start;
  const end = isDeletion ? text.indexOf('\n', edit.start) : edit.start + edit.text.length;
  return open(withText(tree, place.file, text)).diagnostics.some(
    ({ code, file, span, message }) =>
      code === mutator.code &&
      file === place.file &&
      span.start <= end &&
      start <= span.end &&
      !before.some((old) => old.code === code && old.file === file && old.message === message),
  );
}

function counted(defects: readonly SeededDefect[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { mutator } of defects) found[mutator.name] = (found[mutator.name] ?? 0) + 1;
  return found;
}

function counts(known: typeof survivors): Record<string, number> {
  return Object.fromEntries(Object.entries(known).map(([name, { count }]) => [name, count]));
}

function isPack(root: string): boolean {
  return existsSync(join(root, 'pack.yaml'));
}

function filesOf(root: string, tree: PackTree): SeedFile[] {
  const { id, profile } = open(tree);
  const found = globSync('**/*.yaml', { cwd: root })
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  return found.map(({ file, text }) => ({
    root,
    pack: id ?? '',
    profile: profile === 'seed' ? 'seed' : 'real',
    file,
    text,
    neighbours: found
      .filter((other) => dirname(other.file) === dirname(file))
      .flatMap((other) => /^ref: *(\S+)/m.exec(other.text)?.[1] ?? []),
  }));
}

function withText(tree: PackTree, file: string, text: string): PackTree {
  const bytes = Buffer.from(text);
  return {
    ...tree,
    entry: (path) =>
      path === file ? { kind: 'file', size: bytes.length, bytes: () => bytes } : tree.entry(path),
  };
}
