import { atValue } from '../../structure/finding.ts';
import { byteCeilingsOf } from '../byte-ceilings.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.8. */
export const emi027: EmisarRule = {
  code: 'EMI027',
  name: 'byte-bounds-crossed',
  severity: 'error',
  summary: 'The least output ceiling a caller may ask for is greater than the greatest.',
  why: 'No ceiling could satisfy both.',
  upstream: ['A24'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { key, least, most, isCrossed } of byteCeilingsOf(action)) {
        if (!isCrossed) continue;
        yield atValue(document, ['output', `${key}_min`], {
          message: `${key}_min ${least} is greater than ${key}_max ${most}`,
          hint: 'swap the two, or leave out the one that is not needed',
        });
      }
    }
  },
};
