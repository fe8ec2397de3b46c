import { atValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

const SECRET = /token|passw(?:or)?d|secret|api[-_ ]?key/i;

/** specs/emisar 2.5, W1. */
export const emi101: EmisarRule = {
  code: 'EMI101',
  name: 'secret-not-sensitive',
  severity: 'warning',
  summary: 'An argument is named like a secret but is not marked sensitive.',
  why: 'The value of an argument that is not sensitive stands in the journal, in results and in what models read.',
  upstream: ['W1'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, { name, sensitive }] of (action.args ?? []).entries()) {
        if (sensitive === true || !SECRET.test(name)) continue;
        yield atValue(document, ['args', index, 'name'], {
          message: `the argument "${name}" looks like a secret but is not marked sensitive`,
          hint: 'add `sensitive: true`, or rename it when it holds no secret',
        });
      }
    }
  },
};
