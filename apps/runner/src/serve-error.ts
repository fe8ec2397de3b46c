/** Nothing can be served, with what to do about it. */
export class ServeError extends Error {
  readonly code = 'serve';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'ServeError';
    this.hint = hint;
  }
}
