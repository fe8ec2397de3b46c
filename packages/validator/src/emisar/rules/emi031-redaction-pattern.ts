import { compilePattern } from '@packwright/values';
import { atPart } from '../../structure/finding.ts';
import { patternRemedy } from '../pattern-remedy.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 2.8, 4.4. */
export const emi031: EmisarRule = {
  code: 'EMI031',
  name: 'redaction-pattern',
  severity: 'error',
  summary: 'The pattern of a redaction rule is not a regular expression in RE2 syntax.',
  why: 'A rule that cannot match would let the secret pass.',
  upstream: ['A35'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, rule] of (action.output.redact ?? []).entries()) {
        if (rule.type !== 'regex' || rule.pattern === '') continue;
        const compiled = compilePattern(rule.pattern);
        if (compiled.ok) continue;
        yield atPart(document, ['output', 'redact', index, 'pattern'], compiled.place, {
          message: `the pattern "${rule.pattern}" ${compiled.reason}`,
          hint: patternRemedy(compiled.fault, 'redaction'),
        });
      }
    }
  },
};
