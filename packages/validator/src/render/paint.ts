/** A look that text can be given on a terminal. */
export type Look = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

export type Paint = (look: Look, text: string) => string;

const CODES: Readonly<Record<Look, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

/** Text as it is, for whatever is not a terminal. */
export const plain: Paint = (_, text) => text;

/** Text in colour. */
export const coloured: Paint = (look, text) => {
  const [on, off] = CODES[look];
  return text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`;
};
