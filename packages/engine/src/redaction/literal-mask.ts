import { longestMatch } from './longest-match.ts';
import type { Mask } from './mask.ts';

/**
 * Masks every occurrence of any of the texts, the longest first, in one pass from left to right. Not one pattern: the
 * texts may be too long for one, and the error would quote them.
 */
export function literalMask(name: string, texts: readonly string[], replacement: string): Mask {
  const matchesOf = longestMatch(texts);
  return {
    name,
    type: 'literal',
    isWithinLine: texts.every((text) => !text.includes('\n')),
    apply(text) {
      const lengths = matchesOf(text);
      const shown: string[] = [];
      let count = 0;
      let start = 0;
      for (let at = 0; at < text.length; at++) {
        const length = lengths[at] ?? 0;
        if (length === 0) continue;
        shown.push(text.slice(start, at), replacement);
        count += 1;
        start = at + length;
        at = start - 1;
      }
      return { text: count === 0 ? text : shown.join('') + text.slice(start), count };
    },
  };
}
