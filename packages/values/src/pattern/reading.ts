/** Thrown and caught among the readers of the common syntax only. */
export const NOT_COMMON = new Error('outside the common syntax');

/** A pattern on its way through the readers, and what has been learnt of it so far. */
export class Reading {
  readonly text: string;
  at = 0;
  /** Whether everything so far is right beyond doubt. */
  sure = true;
  /** Whether everything so far can be searched for without the full engine. */
  plain = true;

  constructor(text: string) {
    this.text = text;
  }

  /** The UTF-16 unit at the given distance; '' behind the end. */
  peek(distance = 0): string {
    return this.text[this.at + distance] ?? '';
  }

  /** Takes what a sticky expression matches here. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  codePoint(): number {
    const codePoint = scalar(this.text.codePointAt(this.at));
    this.at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }
}

/** The number if it is a Unicode scalar value. */
export function scalar(codePoint: number | undefined): number {
  if (codePoint === undefined || codePoint > 0x10ffff) throw NOT_COMMON;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) throw NOT_COMMON;
  return codePoint;
}
