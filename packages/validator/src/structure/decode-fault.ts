import type { Span } from '../source/span.ts';

export type DecodeFaultKind = 'duplicate-key' | 'merge' | 'key' | 'tag' | 'aliases';

/** What the nodes of a document say twice or against themselves. */
export interface DecodeFault {
  readonly kind: DecodeFaultKind;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  readonly related?: { readonly span: Span; readonly message: string };
}
