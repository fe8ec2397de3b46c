import { closest } from '@packwright/values';
import { filesBeside } from '../tree/files-beside.ts';
import type { EmisarPackFiles } from './pack.ts';

/** Each guess looks at a whole directory; a pack that misses more files than this has other troubles than slips. */
const MOST_GUESSES = 64;

/** The files beside missing ones that were most likely meant, by the path that is missing. */
export function meantFiles({
  tree,
  named,
}: Pick<EmisarPackFiles, 'tree' | 'named'>): ReadonlyMap<string, string> {
  const taken = new Set(named.map(({ reference }) => reference.file));
  const missing = named.filter(({ reference: { outcome } }) => !outcome.ok && outcome.problem === 'missing');
  const meant = new Map<string, string>();
  for (const { reference } of missing.slice(0, MOST_GUESSES)) {
    const { file } = reference;
    const near = closest(
      file,
      filesBeside(tree, file).filter((path) => !taken.has(path)),
    );
    if (near !== undefined) meant.set(file, near);
  }
  return meant;
}
