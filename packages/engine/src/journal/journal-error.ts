/** The journal could not be written or is damaged, so nothing may be started. */
export class JournalError extends Error {
  readonly code = 'journal';
  /** What to do, where there is something to do. */
  readonly hint: string | undefined;

  constructor(message: string, { cause, hint }: { readonly cause?: unknown; readonly hint?: string } = {}) {
    super(message, { cause });
    this.name = 'JournalError';
    this.hint = hint;
  }
}
