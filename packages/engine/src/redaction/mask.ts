/** One step of redaction, ready to be applied. */
export interface Mask {
  readonly name: string;
  readonly type: 'literal' | 'regex';
  /** The text with every match replaced, and how many there were. */
  apply(text: string): { readonly text: string; readonly count: number };
  /**
   * Whether no match reaches over the end of a line and none depends on what stands in another line. Such masks can
   * be applied to each line on its own.
   */
  readonly isWithinLine: boolean;
}
