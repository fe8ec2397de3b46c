import { atValue } from '../../structure/finding.ts';
import { byteCeilingsOf } from '../byte-ceilings.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.8. */
export const emi028: EmisarRule = {
  code: 'EMI028',
  name: 'byte-ceiling-outside-bounds',
  severity: 'error',
  summary: 'An output ceiling is outside its own bounds.',
  why: 'The bounds are what a caller may choose; the default has to lie between them.',
  upstream: ['A24', 'A25'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { key, value, least, most, isCrossed } of byteCeilingsOf(action)) {
        // Bounds that cross leave no room for any ceiling: EMI027.
        if (isCrossed || (least <= value && value <= most)) continue;
        const [side, hint] =
          value < least
            ? [`below ${key}_min ${least}`, `raise it to ${least}, or lower ${key}_min`]
            : [`above ${key}_max ${most}`, `lower it to ${most}, or raise ${key}_max`];
        yield atValue(document, ['output', key], { message: `${key} ${value} is ${side}`, hint });
      }
    }
  },
};
