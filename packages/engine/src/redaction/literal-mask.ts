import type { Mask } from './mask.ts';

/** Masks every occurrence of any of the texts, the longest first, in one pass from left to right. */
export function literalMask(name: string, texts: readonly string[], replacement: string): Mask {
  const longestFirst = [...new Set(texts)]
    .filter((text) => text !== '')
    .toSorted((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map(escaped).join('|'), 'g');
  return {
    name,
    type: 'literal',
    isWithinLine: longestFirst.every((text) => !text.includes('\n')),
    apply(text) {
      if (longestFirst.length === 0) return { text, count: 0 };
      let count = 0;
      const masked = text.replace(any, () => {
        count += 1;
        return replacement;
      });
      return { text: masked, count };
    },
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
