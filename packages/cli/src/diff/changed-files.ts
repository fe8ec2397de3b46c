import { filesOf, isSameEntry, type PackTree, type TreeEntry } from '@packwright/validator';
import { compareUtf8 } from '@packwright/values';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A file that two versions of a pack do not have alike. */
export interface ChangedPath {
  readonly path: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** The change as a unified diff; null where one side is no text, or too large to be shown. */
  readonly patch: string | null;
}

/** Larger files are named, not shown: comparing them line by line would take long. */
const MOST_SHOWN = 256 * 1024;

/** The files that differ, in UTF-8 order. */
export function changedFiles(before: PackTree, after: PackTree): readonly ChangedPath[] {
  const [old, fresh] = [entriesOf(before), entriesOf(after)];
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort(compareUtf8);
  return paths.flatMap((path) => changedPath(path, old.get(path), fresh.get(path)));
}

const entriesOf = (tree: PackTree): ReadonlyMap<string, TreeEntry> =>
  new Map(filesOf(tree).map(({ path, entry }) => [path, entry]));

function changedPath(path: string, before?: TreeEntry, after?: TreeEntry): ChangedPath[] {
  if (before && after && isSameEntry(before, after)) return [];
  const what = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ path, what, patch: patchOf(path, textOf(before), textOf(after)) }];
}

/** Empty for nothing, null for what cannot be shown. */
function textOf(entry: TreeEntry | undefined): string | null {
  if (entry === undefined) return '';
  if (entry.kind === 'link') return `${entry.target}\n`;
  if (entry.kind !== 'file' || entry.size > MOST_SHOWN) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(entry.bytes());
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function patchOf(path: string, before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
