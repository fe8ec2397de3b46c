import type { Span } from '../source/span.ts';
import type { LocatedDocument } from './document.ts';
import type { Path } from './locator.ts';

/**
 * What to cut out of the text so that an item, which is not the first, is gone from its list; nothing where more than
 * the item stands there.
 */
export function itemToRemove({ locator, text }: LocatedDocument<unknown>, path: Path): Span | undefined {
  const index = Number(path.at(-1));
  const list = path.slice(0, -1);
  const [parent, before, item] = [list, [...list, index - 1], path].map((each) => locator?.node(each));
  if (parent?.kind !== 'seq' || !before || item?.kind !== 'scalar') return undefined;
  if (parent.flow) {
    const between = text.slice(before.end, item.start);
    return /^\s*,\s*$/.test(between) ? { start: before.end, end: item.end } : undefined;
  }
  const start = text.lastIndexOf('\n', item.start) + 1;
  const end = text.indexOf('\n', item.end);
  const [prefix, suffix] = [text.slice(start, item.start), text.slice(item.end, end < 0 ? undefined : end)];
  if (!/^\s*-\s+$/.test(prefix) || !/^\s*$/.test(suffix) || text.slice(item.start, item.end).includes('\n'))
    return undefined;
  // With the line break before it, since the last line of a file need not have one behind it.
  return { start: start - 1, end: end < 0 ? text.length : suffix.endsWith('\r') ? end - 1 : end };
}
