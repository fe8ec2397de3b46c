import type { LinkEntry, PackTree, TreeEntry } from './pack-tree.ts';

/** What a clean path leads to, and the links passed on the way. */
export interface Lookup {
  readonly found:
    | Exclude<TreeEntry, LinkEntry>
    | { readonly kind: 'missing' }
    | { readonly kind: 'link'; readonly leads: Exclude<LinkEntry['leads'], { state: 'inside' }> };
  /** The paths of the links on the way, the last one included. */
  readonly links: readonly string[];
}

/** Follows a clean path through the tree, over links that stay inside. */
export function lookup(tree: PackTree, path: string): Lookup {
  const links: string[] = [];
  let at = '';
  let entry: TreeEntry | undefined = { kind: 'directory' };
  for (let start = 0, end = path === '' ? -1 : 0; end >= 0; start = end + 1) {
    if (entry?.kind !== 'directory') return { found: { kind: 'missing' }, links };
    end = path.indexOf('/', start);
    const segment = path.slice(start, end < 0 ? undefined : end);
    at = at === '' ? segment : `${at}/${segment}`;
    entry = tree.entry(at);
    if (entry?.kind !== 'link') continue;
    links.push(at);
    if (entry.leads.state !== 'inside') return { found: { kind: 'link', leads: entry.leads }, links };
    at = entry.leads.to;
    entry = at === '' ? { kind: 'directory' } : tree.entry(at);
  }
  if (!entry || entry.kind === 'link') return { found: { kind: 'missing' }, links };
  return { found: entry, links };
}
