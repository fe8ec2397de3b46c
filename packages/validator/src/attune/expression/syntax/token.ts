/** One word or sign of an expression. `start` and `end` are in UTF-16 units of the whole text. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number | null }
  | { readonly kind: 'string'; readonly value: string }
  /** A name, or one of the seven words `true false null and or not in`. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'end' }
);

/** How a token is called in messages. */
export function describeToken(token: Token, text: string): string {
  if (token.kind === 'end') return 'the end';
  if (token.kind === 'string') return 'a text';
  const written = text.slice(token.start, token.end);
  return written.length > 40 ? `"${written.slice(0, 37)}…"` : `"${written}"`;
}
