/** A part of a text, in UTF-16 units from 0; `end` is behind the last one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
