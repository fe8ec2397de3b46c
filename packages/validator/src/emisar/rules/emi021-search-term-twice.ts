import { foldWhitespace } from '@packwright/values';
import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.1. */
export const emi021: EmisarRule = {
  code: 'EMI021',
  name: 'search-term-twice',
  severity: 'error',
  summary: 'A search term is listed twice; letter case does not make a difference.',
  why: 'Each of the few places should find something new.',
  upstream: ['A8'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      const terms = (action.search_terms ?? []).map((term) => foldWhitespace(term).toLowerCase());
      for (const { index, first } of repeats(terms)) {
        yield atValue(document, ['search_terms', index], {
          message: `the search term "${action.search_terms?.[index]}" is listed twice`,
          hint: 'remove one of the two',
          related: [related(document, ['search_terms', first], 'first listed here')],
        });
      }
    }
  },
};
