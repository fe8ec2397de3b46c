/** A range `[start, end)` in UTF-16 units of a file's decoded text. Lines and columns are derived when shown. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The range of anything that has one, and nothing else of it. */
export const plain = ({ start, end }: Span): Span => ({ start, end });

export const span = (start: number, end: number): Span => ({ start, end });
