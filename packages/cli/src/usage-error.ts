/** A word that was not understood, and the words that would have been. */
export interface Misspelling {
  readonly word: string;
  readonly among: Iterable<string>;
}

/** The command line asks for something that cannot be. The remedy is the word that was meant, or else the `hint`. */
export class UsageError extends Error {
  readonly code = 'usage';
  readonly hint: string | undefined;
  readonly misspelling: Misspelling | undefined;

  constructor(message: string, hint?: string, misspelling?: Misspelling) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
    this.misspelling = misspelling;
  }
}
