import { atKey, atValue } from '../../structure/finding.ts';
import { issueWords } from '../issue-words.ts';
import type { AttuneRule } from '../rule.ts';
import { issuesOf, unexpectedValues } from '../word-places.ts';

/** Spec 1.2.1. */
export const att128: AttuneRule = {
  code: 'ATT128',
  name: 'testing',
  severity: 'warning',
  restsOn: [],
  summary: '`testing` cannot be read.',
  why: 'Registering the pack with its tests fails with an internal error.',
  *check(pack) {
    for (const fault of unexpectedValues(pack)) {
      const { document, path, value } = fault;
      if (path[0] !== 'testing' || path.length > 1) continue;
      for (const issue of issuesOf(fault)) {
        const { path: at, isMissing, message, hint } = issueWords(path, value, issue);
        const words = { message, ...(hint === undefined ? {} : { hint }) };
        yield (isMissing ? atKey : atValue)(document, at, words);
      }
    }
  },
};
