import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices } from '../bounds.ts';
import type { EmisarRule } from '../rule.ts';

const MOST_CHARACTERS = 4096;

/** The review bar: tight arguments. Strings without any bound are EMI107. */
export const emi204: EmisarRule = {
  code: 'EMI204',
  name: 'length-not-bounded',
  severity: 'warning',
  summary: 'A pattern says which characters a text has, but not how many.',
  why: 'Up to 32 KiB then reach the command line. For the public registry every text has a length that its use explains.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, validation }] of (action.args ?? []).entries()) {
        const pattern = validation?.pattern ?? '';
        if (pattern === '' || validation?.max_length !== undefined || hasChoices(validation)) continue;
        if (pattern.length > MOST_CHARACTERS || !hasOpenRepeat(pattern)) continue;
        yield atValue(document, ['args', index, 'validation', 'pattern'], {
          message: `the pattern of ${quote(name)} sets no length`,
          hint: 'add max_length, or write a bounded repeat such as {1,64}',
        });
      }
    }
  },
};

/** Whether a `*`, `+` or `{n,}` stands outside classes and escapes. */
function hasOpenRepeat(pattern: string): boolean {
  const bare = pattern.replace(/\\[\s\S]|\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/g, 'x');
  return /[*+]|\{[0-9]+,\}/.test(bare);
}
