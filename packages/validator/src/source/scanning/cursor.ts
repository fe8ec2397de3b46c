import { CR, DASH, DOT, isBlankOrEnd, isBreak, LF, NUL } from './characters.ts';

/** A place in a text that knows where its line began. The text ends with a NUL, so reading ahead needs no bounds. */
export class Cursor {
  readonly text: string;
  pos: number;
  lineStart: number;

  /** A cursor at `from`, which must be the start of a line. */
  constructor(text: string, from: number) {
    this.text = `${text}\0`;
    this.pos = from;
    this.lineStart = from;
  }

  get column(): number {
    return this.pos - this.lineStart;
  }

  /** The length of the text without its final NUL. */
  get length(): number {
    return this.text.length - 1;
  }

  /** Steps over the line end at the cursor; CRLF is one. */
  skipBreak(): void {
    const { text, pos } = this;
    this.pos = text.charCodeAt(pos) === CR && text.charCodeAt(pos + 1) === LF ? pos + 2 : pos + 1;
    this.lineStart = this.pos;
  }

  /** Moves to the line end, or to the end of the text. */
  skipToLineEnd(): void {
    const { text } = this;
    let { pos } = this;
    let c = text.charCodeAt(pos);
    while (!isBreak(c) && c !== NUL) c = text.charCodeAt(++pos);
    this.pos = pos;
  }

  /** Whether a line starts here with `---` or `...` and then a blank. */
  atDocumentMarker(): boolean {
    const { text, pos } = this;
    if (pos !== this.lineStart) return false;
    const c = text.charCodeAt(pos);
    if (c !== DASH && c !== DOT) return false;
    return (
      text.charCodeAt(pos + 1) === c &&
      text.charCodeAt(pos + 2) === c &&
      isBlankOrEnd(text.charCodeAt(pos + 3))
    );
  }
}
