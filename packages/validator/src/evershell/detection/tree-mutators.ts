import type { MemoryEntry } from '../../tree/memory-tree.ts';
import type { Files } from './generated-packs.ts';

/** One kind of defect in the files of a pack, and the code and the file that have to be reported. */
export interface TreeMutator {
  readonly name: string;
  readonly code: string;
  readonly file: (files: Files) => string;
  readonly content: (files: Files) => MemoryEntry;
}

const guideOf = (files: Files) => Object.keys(files).find((path) => path.startsWith('guides/')) ?? '';

function added(name: string, code: string, file: string, content: MemoryEntry = 'x\n'): TreeMutator {
  return { name, code, file: () => file, content: () => content };
}

export const treeMutators: readonly TreeMutator[] = [
  added('a file stands at the top', 'EVS002', 'README.md'),
  added('a directory of the editor is packed', 'EVS102', 'guides/.vscode', { directory: true }),
  added('a key is packed', 'EVS103', 'data/server.pem'),
  added('a path has a control character', 'EVS007', 'data/a\u0007b'),
  added('a link leads out', 'EVS011', 'data/hosts', { link: '../../hosts' }),
  added('a link leads to nothing', 'EVS012', 'data/gone', { link: 'nothing.csv' }),
  added('a link leads to itself', 'EVS013', 'data/self', { link: 'self' }),
  added('a link is absolute', 'EVS014', 'data/root', { link: '/data/names.csv' }),
  added('the prompt is too long', 'EVS019', 'behavior.md', 'Be brief.\n'.repeat(4000)),
  added('the prompt says nothing', 'EVS105', 'behavior.md', '\n\n'),
  added('the prompt names a file that is not there', 'EVS106', 'behavior.md', 'Read `guides/nowhere.md`.\n'),
  {
    name: 'a guide is there in another case',
    code: 'EVS005',
    file: guideOf,
    content: (files) => files[guideOf(files)] ?? '',
  },
];

/** The files with the defect. */
export function withDefect(files: Files, mutator: TreeMutator): Readonly<Record<string, MemoryEntry>> {
  const file = mutator.file(files);
  // A name in capitals sorts first, so that the finding is at the guide that was there.
  const other =
    mutator.code === 'EVS005' ? { [file.replace(/[^/]+$/, (name) => name.toUpperCase())]: 'x\n' } : {};
  return { ...files, ...other, [file]: mutator.content(files) };
}
