import { strictScalars } from '../structure/strict-scalars.ts';

const WORDS: ReadonlyMap<string, null | boolean> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const INTEGER = /^[-+]?[0-9]{1,15}$/;

/** Reads scalars of settings by YAML 1.2, where nothing is coerced; settings hold no other numbers than whole ones. */
export const settingsScalars = strictScalars({
  resolve: (text) => {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
    return INTEGER.test(text) ? Number(text) : text;
  },
  isInteger: (text) => INTEGER.test(text),
});
