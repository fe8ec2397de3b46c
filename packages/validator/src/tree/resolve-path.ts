import type { LinkEntry } from './pack-tree.ts';

/** An empty segment, `.` or `..`. */
const UNCLEAN = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** Removes `.`, `..` and empty segments by text alone; `..` that would leave the start stays in front. */
export function cleanPath(path: string): string {
  if (!UNCLEAN.test(path)) return path;
  const kept: string[] = [];
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = path.indexOf('/', start);
    const segment = path.slice(start, end < 0 ? undefined : end);
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment);
  }
  return kept.join('/');
}

/** What a resolver needs to know of a path: nothing, a link with its target, or anything else. */
export type LinkProbe = (path: string) => { readonly target: string } | 'other' | undefined;

/** As many links as Linux follows before it speaks of a loop. */
const MOST_LINKS = 40;

/** Where a link leads when every link on the way is followed as the system would. */
export function followLink(
  link: string,
  probe: LinkProbe,
  inside: (absoluteTarget: string) => string | undefined,
): LinkEntry['leads'] {
  // The next segment is the last item: taking it off costs the same however long the rest is.
  const pending = link.split('/').reverse();
  const done: string[] = [];
  let links = 0;
  for (let segment = pending.pop(); segment !== undefined; segment = pending.pop()) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (done.pop() === undefined) return { state: 'outside' };
      continue;
    }
    const found = probe([...done, segment].join('/'));
    if (found === undefined) return { state: 'dangling' };
    if (found === 'other') {
      done.push(segment);
      continue;
    }
    if (++links > MOST_LINKS) return { state: 'loop' };
    if (!found.target.startsWith('/')) {
      pending.push(...found.target.split('/').reverse());
      continue;
    }
    const to = inside(found.target);
    if (to === undefined) return { state: 'outside' };
    done.length = 0;
    pending.push(...to.split('/').reverse());
  }
  return { state: 'inside', to: done.join('/') };
}
