/** Turns every run of Unicode white space into one space and drops it at both ends. */
export function foldWhitespace(text: string): string {
  return text.replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '');
}

/** A character that authors' texts may not hold. */
export interface ForbiddenCharacter {
  /** Where it is in the text, in UTF-16 units. */
  readonly index: number;
  readonly codePoint: number;
  /** `control`: Unicode category Cc. `bidirectional`: it can reorder what a reader sees. */
  readonly kind: 'control' | 'bidirectional';
}

const FORBIDDEN = /(?!\p{White_Space})\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Finds the first control or bidirectional formatting character that folding would leave in the text;
 * nothing when there is none.
 */
export function findForbiddenCharacter(text: string): ForbiddenCharacter | undefined {
  const index = text.search(FORBIDDEN);
  if (index === -1) return undefined;
  const codePoint = text.charCodeAt(index);
  return { index, codePoint, kind: codePoint < 0xa0 ? 'control' : 'bidirectional' };
}
