import { foldedStart } from '@packwright/values';
import { isSound } from '../../structure/document.ts';
import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';
import { summaryOf } from '../summary.ts';

/** specs/emisar 2.4. */
export const emi022: EmisarRule = {
  code: 'EMI022',
  name: 'summary-needed',
  severity: 'error',
  summary: 'The action has no summary, and its description begins with a sentence too long to be one.',
  why: 'Lists of actions show one line of at most 512 bytes for each.',
  upstream: ['A13'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      // A misspelt key may be the summary.
      if (!isSound(document)) continue;
      if (foldedStart(action.description, 1) === '' || summaryOf(action) !== undefined) continue;
      yield atValue(document, ['description'], {
        message: 'the first sentence of the description is longer than 512 bytes and cannot serve as summary',
        hint: 'add a summary, or end a sentence earlier',
      });
    }
  },
};
