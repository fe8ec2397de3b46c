import { cleanPath } from '../../tree/resolve-path.ts';
import type { ContentEntry, ContentFault } from './content.ts';
import { LIMITS } from './limits.ts';

const HINTS = {
  symlink_absolute: 'link to a path relative to the directory of the link',
  symlink_escape: 'link to a file of the pack, or put a copy in its place',
  symlink_dangling: 'create what it leads to, or remove the link',
  symlink_cycle: 'link to the file itself',
} as const;

type LinkFault = keyof typeof HINTS;

/** What is wrong with the links of a pack (specs/evershell 1.3): targets are followed by their text, link by link. */
export function* linkFaults(entries: ReadonlyMap<string, ContentEntry>): Generator<ContentFault> {
  for (const entry of entries.values()) {
    if (entry.kind !== 'link') continue;
    const kind = faultOf(entry, entries);
    if (!kind) continue;
    const words = {
      symlink_absolute: 'which is absolute',
      symlink_escape: 'which leads out of the pack',
      symlink_dangling: 'where there is nothing',
      symlink_cycle: `which takes more than ${LIMITS.linkChain} links, or for ever`,
    }[kind];
    const message = `the link "${entry.path}" points to ${JSON.stringify(entry.target)}, ${words}`;
    yield { kind, path: entry.path, message, hint: HINTS[kind] };
  }
}

function faultOf(link: ContentEntry, entries: ReadonlyMap<string, ContentEntry>): LinkFault | undefined {
  let path: string | LinkFault = targetOf(link);
  for (let links = 1; ; ) {
    if (isFault(path)) return path;
    const passed = firstLink(path, entries);
    if (!passed) return entries.has(path) || path === '' ? undefined : 'symlink_dangling';
    if (++links > LIMITS.linkChain) return 'symlink_cycle';
    const next = targetOf(passed.link);
    path = isFault(next) ? next : cleanPath(`${next}/${passed.rest}`);
  }
}

const isFault = (path: string): path is LinkFault => Object.hasOwn(HINTS, path);

/** The path in the pack that a link names by its text. */
function targetOf({ path, target }: ContentEntry): string | LinkFault {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(target)) return 'symlink_absolute';
  const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const joined = cleanPath(`${above}/${target}`).normalize('NFC');
  return joined === '..' || joined.startsWith('../') ? 'symlink_escape' : joined;
}

/** The first link on the way along a path, the last segment included. */
function firstLink(path: string, entries: ReadonlyMap<string, ContentEntry>) {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const link = entries.get(end < 0 ? path : path.slice(0, end));
    if (link?.kind === 'link') return { link, rest: end < 0 ? '' : path.slice(end + 1) };
    if (end < 0) return undefined;
  }
}
