/** What can be watched of a run while it lasts. Nothing here holds a text that redaction masks. */
export type RunEvent =
  /** It waits, with so many others at this moment. */
  | { readonly kind: 'queued'; readonly ahead: number }
  | { readonly kind: 'started'; readonly command: string }
  | { readonly kind: 'output'; readonly stream: 'stdout' | 'stderr'; readonly text: string };
