/** The journal could not be written, so nothing may be started. */
export class JournalError extends Error {
  readonly code = 'journal';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'JournalError';
  }
}
