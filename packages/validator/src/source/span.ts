/** A range `[start, end)` in UTF-16 units of a file's decoded text. Lines and columns are derived when shown. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });
