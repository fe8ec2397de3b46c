// Paths named by the manifest and by actions: specs/emisar 1.5.
import { lookup } from '../tree/lookup.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import { cleanPath } from '../tree/resolve-path.ts';

export type ReferenceProblem =
  | 'empty'
  | 'absolute'
  | 'escapes'
  | 'missing'
  | 'link-to-nothing'
  | 'link-unresolved'
  | 'link-escapes'
  | 'link'
  | 'directory'
  | 'special'
  | 'unreadable';

export interface Reference {
  /** The path exactly as the author wrote it; this is what the content hash takes. */
  readonly authored: string;
  /** The file it names, relative to the pack's root; the path for diagnostics. */
  readonly file: string;
  readonly outcome:
    | { readonly ok: true; readonly bytes: Uint8Array }
    | { readonly ok: false; readonly problem: ReferenceProblem; readonly detail: string };
}

/** Not even with everything needless removed does such a path name a file. */
const LONGEST_PATH = 1024 * 1024;

/** Resolves a path as the loader does, in its order of checks. */
export function resolveReference(tree: PackTree, authored: string, allowLinks: boolean): Reference {
  const file = authored.length > LONGEST_PATH ? authored : cleanPath(authored);
  const fail = (problem: ReferenceProblem, detail = ''): Reference => ({
    authored,
    file,
    outcome: { ok: false, problem, detail },
  });
  if (authored === '') return fail('empty');
  if (authored.startsWith('/')) return fail('absolute');
  // By its first two characters only, so a name such as `..x` counts as outside too.
  if (file.startsWith('..')) return fail('escapes');
  if (file.length > LONGEST_PATH) return fail('missing');
  const { found, links } = lookup(tree, file);
  if (found.kind === 'missing') return fail('missing');
  if (found.kind === 'link') {
    if (found.leads.state === 'outside') return fail('link-escapes', links.at(-1));
    return fail(found.leads.state === 'loop' ? 'link-unresolved' : 'link-to-nothing', links.at(-1));
  }
  if (links.length > 0 && !allowLinks) return fail('link', links[0]);
  if (found.kind === 'directory') return fail('directory', 'a directory');
  if (found.kind === 'special') return fail('special', found.what);
  try {
    return { authored, file, outcome: { ok: true, bytes: found.bytes() } };
  } catch (error) {
    if (!(error instanceof TreeReadError)) throw error;
    return fail('unreadable', error.reason);
  }
}
