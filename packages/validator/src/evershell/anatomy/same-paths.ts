import type { ContentFault } from './content.ts';

/** A name as it was given, and the path that it becomes. */
export interface GivenPath {
  readonly name: string;
  readonly path: string;
}

/** Paths that are there twice, or that some systems take for one (specs/evershell 1.4), each at the later of the two. */
export function* samePaths(given: readonly GivenPath[]): Generator<ContentFault> {
  const seen = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const { name, path } of given) {
    const earlier = seen.get(path);
    if (earlier === name) {
      const message = `"${path}" is in the archive twice`;
      yield { kind: 'duplicate_entry', path, message, hint: 'keep one of the two' };
    } else if (earlier !== undefined) {
      const message = `"${path}" is there in two spellings of Unicode`;
      yield { kind: 'ambiguous_entry', path, message, hint: 'rename one of the two' };
    }
    seen.set(path, earlier ?? name);
    yield* caseFault(path, folded);
  }
}

/** Goes through the path and the directories above it, which need not be entries of their own. */
function* caseFault(path: string, folded: Map<string, string>): Generator<ContentFault> {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const part = end < 0 ? path : path.slice(0, end);
    const key = foldCase(part);
    const other = folded.get(key);
    if (other === undefined) folded.set(key, part);
    else if (other !== part) {
      const message = `"${part}" and "${other}" differ only by case`;
      yield { kind: 'ambiguous_entry', path, message, hint: 'rename one of the two' };
      return;
    }
    if (end < 0) return;
  }
}

const foldCase = (text: string): string => text.toUpperCase().toLowerCase().normalize('NFC');
