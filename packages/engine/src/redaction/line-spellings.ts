import { SECRET_WORD, SUFFIXES } from './secret-words.ts';

const SHORTEST = 8;
/** By which the built-in masks know a secret behind it: masked itself, it would give away those of others. */
const NAME = `(?<![A-Za-z0-9])${SECRET_WORD}${SUFFIXES}["']?[ \\t]{0,64}[:=][ \\t]{0,64}["'|>]?[ \\t\\r]{0,64}`;
const MARKER = '-----(?:BEGIN|END) (?:[A-Z0-9 ]{0,64} )?PRIVATE KEY(?: BLOCK)?-----';
const BETWEEN = new RegExp(`(?:${NAME})?(?:\\n|${MARKER}|$)`, 'gi');

/**
 * The lines of a secret text, which turn up one by one where a document indents them; none for a text of one line.
 * Left out are short ones, which are in every output, the markers of keys, and names whose secret comes behind them.
 */
export function lineSpellings(text: string): readonly string[] {
  if (!text.includes('\n')) return [];
  return text.split(BETWEEN).filter((line) => line.trim().length >= SHORTEST);
}

const MARKER_ALONE = new RegExp(`^\\s*${MARKER}\\s*$`);

/** Whether a text is the marker of a private key and no more, which holds nothing secret. */
export const isKeyMarker = (text: string): boolean => MARKER_ALONE.test(text);
