// Controls, halves of surrogate pairs, and everything that is drawn as nothing or turns the direction of text.
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const SPELLED = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const spell = (char: string): string =>
  SPELLED.get(char) ?? `<U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}>`;

/** The text on one line and safe for a terminal: what cannot be seen, or would steer the terminal, is spelled out. */
export const visible = (text: string): string => text.replace(HIDDEN, spell);
