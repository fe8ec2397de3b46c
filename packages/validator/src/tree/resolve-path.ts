import type { LinkEntry } from './pack-tree.ts';

/** Removes `.`, `..` and empty segments by text alone; `..` that would leave the start stays in front. */
export function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
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
  let pending = link.split('/');
  const done: string[] = [];
  let links = 0;
  while (pending.length > 0) {
    const [segment, ...rest] = pending as [string, ...string[]];
    pending = rest;
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (done.pop() === undefined) return { state: 'outside' };
      continue;
    }
    const path = [...done, segment].join('/');
    const found = probe(path);
    if (found === undefined) return { state: 'dangling' };
    if (found === 'other') {
      done.push(segment);
      continue;
    }
    if (++links > MOST_LINKS) return { state: 'loop' };
    if (found.target.startsWith('/')) {
      const to = inside(found.target);
      if (to === undefined) return { state: 'outside' };
      done.length = 0;
      pending = [...to.split('/'), ...pending];
    } else {
      pending = [...found.target.split('/'), ...pending];
    }
  }
  return { state: 'inside', to: done.join('/') };
}
