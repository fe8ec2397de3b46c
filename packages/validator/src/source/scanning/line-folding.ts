import { CR, isBreak, isRareBreak, LF, NEXT_LINE } from './characters.ts';
import { TextPieces } from './text-pieces.ts';

/** The line ends within `[from, to)` as a value keeps them: LF for all but LS and PS, which stay themselves. */
export function breaksWithin(text: string, from: number, to: number): string {
  let pieces: TextPieces | undefined;
  let count = 0;
  for (let pos = from; pos < to; pos++) {
    const c = text.charCodeAt(pos);
    if (!isBreak(c)) continue;
    if (c === CR && text.charCodeAt(pos + 1) === LF) pos++;
    if (c > NEXT_LINE) {
      pieces ??= new TextPieces();
      if (count > 0) pieces.add('\n'.repeat(count));
      pieces.add(text.charAt(pos));
      count = 0;
    } else count++;
  }
  const last = '\n'.repeat(count);
  return pieces ? pieces.join() + last : last;
}

/** What a run of blanks and line ends, beginning with a line end at `from`, means between two words: one LF is a space. */
export function foldedBreaks(text: string, from: number, to: number): string {
  const breaks = breaksWithin(text, from, to);
  if (breaks === '\n') return ' ';
  return isRareBreak(breaks.charCodeAt(0)) ? breaks : breaks.slice(1);
}
