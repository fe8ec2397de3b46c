import { spanWithin } from '../../structure/span-within.ts';
import type { EvershellRule } from '../rule.ts';

/** Characters that turn the direction of text, or that steer a terminal; line ends are folded. */
const HIDDEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\t\r\n])\p{Cc}/gu;

/** Spec 11.2, item 38. */
export const evs021: EvershellRule = {
  code: 'EVS021',
  name: 'hidden-characters',
  severity: 'error',
  summary: 'A name or a description holds characters that turn the direction of text, or controls.',
  why: 'What a reader of the catalog sees is then not what is written.',
  *check({ manifest }) {
    for (const key of ['display_name', 'description'] as const) {
      for (const { 0: character, index } of (manifest.value[key] ?? '').matchAll(HIDDEN)) {
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        const { start, end } = spanWithin(manifest, [key], index, index + 1);
        const message = `\`${key}\` holds the hidden character U+${code}`;
        yield { file: manifest.file, span: { start, end }, message, hint: 'remove it' };
      }
    }
  },
};
