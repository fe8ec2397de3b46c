/** The text with U+FFFD in place of every lone surrogate, as it leaves the process in UTF-8. */
export function toWellFormed(text: string): string {
  return isWellFormed(text) ? text : text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Whether the text has a UTF-8 form, that is, no lone surrogates. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
