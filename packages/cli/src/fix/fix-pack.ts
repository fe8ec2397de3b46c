import { type OpenedPack, open, type PackTree } from '@packwright/validator';
import { nodeSha256 } from '@packwright/validator/node';
import { applyFixes } from './apply-fixes.ts';
import { changedTree } from './changed-tree.ts';
import { type EditableFile, editableFile } from './editable-file.ts';

/** One file before and after. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly oldBytes: Uint8Array;
  readonly newBytes: Uint8Array;
}

export interface FixedPack {
  readonly changes: readonly ChangedFile[];
  /** How many fixes were applied. */
  readonly fixes: number;
  /** The pack with the changes. */
  readonly opened: OpenedPack;
}

const MOST_ROUNDS = 20;

/** Applies certain fixes in memory until none is left; one fix can lay open the next. */
export function fixPack(tree: PackTree, opened: OpenedPack): FixedPack {
  const originals = new Map<string, EditableFile & { readonly text: string }>();
  const texts = new Map<string, string>();
  let current = opened;
  let fixes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const { file } of current.diagnostics.flatMap(({ fix }) => fix?.edits ?? [])) {
      const text = opened.sources.get(file)?.text;
      const editable = text === undefined || originals.has(file) ? undefined : editableFile(tree, file, text);
      if (text === undefined || !editable) continue;
      originals.set(file, { ...editable, text });
      texts.set(file, text);
    }
    const applied = applyFixes(current.diagnostics, texts);
    if (applied.fixes.length === 0) break;
    fixes += applied.fixes.length;
    for (const [file, text] of applied.texts) texts.set(file, text);
    current = open(changedTree(tree, bytesOf(texts, originals)), { sha256: nodeSha256 });
  }
  return { changes: changesOf(texts, originals), fixes, opened: current };
}

type Originals = ReadonlyMap<string, EditableFile & { readonly text: string }>;

const bytesOf = (texts: ReadonlyMap<string, string>, originals: Originals): ReadonlyMap<string, Uint8Array> =>
  new Map([...originals].map(([path, { text, encode }]) => [path, encode(texts.get(path) ?? text)]));

const changesOf = (texts: ReadonlyMap<string, string>, originals: Originals): ChangedFile[] =>
  [...originals].flatMap(([path, { text, bytes, encode }]) => {
    const after = texts.get(path) ?? text;
    if (after === text) return [];
    return [{ path, before: text, after, oldBytes: bytes, newBytes: encode(after) }];
  });
