import { foldWhitespace } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';
import { isNoVerb } from '../words.ts';

/** specs/emisar 10.4: the convention for actions that read. */
export const emi212: EmisarRule = {
  code: 'EMI212',
  name: 'description-verb',
  severity: 'warning',
  summary: 'The description of an action that reads does not open with a verb.',
  why: 'In the public registry it opens with Show, List, Get, Check and the like, since models choose by the first words.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (action.risk !== 'low') continue;
      const [first = ''] = foldWhitespace(action.description).split(' ', 1);
      if (first === '' || !isNoVerb(first)) continue;
      yield atValue(document, ['description'], {
        message: `the description opens with ${quote(first)}, not with a verb`,
        hint: 'open with what the action does, such as Show, List, Get or Check',
      });
    }
  },
};
