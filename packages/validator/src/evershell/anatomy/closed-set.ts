import { closest } from '@packwright/values';
import type { ContentEntry, ContentFault } from './content.ts';
import { BEHAVIOR, DIRECTORIES, MANIFEST, TOP_LEVEL } from './limits.ts';

const isDirectoryName = (name: string) => (DIRECTORIES as readonly string[]).includes(name);

/** What may not stand at the top of a pack, or not as what it is (specs/evershell 1.1). */
export function* closedSetFaults(entries: Iterable<ContentEntry>): Generator<ContentFault> {
  for (const { path, kind } of entries) {
    if (path.includes('/')) continue;
    if (!TOP_LEVEL.includes(path)) {
      yield {
        kind: 'unknown_entry',
        path,
        message: `"${path}" may not stand at the top of a pack`,
        hint: hintFor(path),
      };
    } else if (kind !== (isDirectoryName(path) ? 'directory' : 'file')) {
      const is = { file: 'a file', directory: 'a directory', link: 'a link' }[kind];
      const not = isDirectoryName(path) ? 'a directory' : 'a regular file';
      const hint = kind === 'link' ? 'put the content itself in its place' : `make it ${not}, or rename it`;
      yield { kind: 'entry_wrong_kind', path, message: `"${path}" is ${is}, not ${not}`, hint };
    }
  }
}

/** Names that are often written in place of one of the six. */
const MEANT: Readonly<Record<string, string>> = {
  'pack.yml': MANIFEST,
  'behaviour.md': BEHAVIOR,
  docs: 'guides',
  bin: 'scripts',
  static: 'data',
};

function hintFor(name: string): string {
  const folded = name.toLowerCase();
  const meant = Object.hasOwn(MEANT, folded) ? MEANT[folded] : closest(folded, TOP_LEVEL);
  const all = TOP_LEVEL.map((each) => (isDirectoryName(each) ? `${each}/` : each)).join(', ');
  return meant
    ? `did you mean "${meant}"? A pack holds only ${all}`
    : `move or remove it: a pack holds only ${all}`;
}
