import { compilePattern } from '@packwright/values';
import { atValue, type EmisarRule } from '../rule.ts';

/** specs/emisar 7.8. */
export const emi124: EmisarRule = {
  code: 'EMI124',
  name: 'redaction-of-nothing',
  severity: 'warning',
  summary: 'A redaction pattern also matches the empty text.',
  why: 'It then matches between any two characters, and the replacement is put there: the output becomes unreadable.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, rule] of (action.output.redact ?? []).entries()) {
        if (rule.type !== 'regex' || rule.pattern === '') continue;
        const compiled = compilePattern(rule.pattern);
        // `^` and `$` match in the empty text and hardly anywhere else.
        if (!compiled.ok || !compiled.pattern.test('') || !compiled.pattern.test('\u0001')) continue;
        if (/^(?:\(\?[a-zA-Z]+\))?\^|\$$/.test(rule.pattern)) continue;
        yield atValue(document, ['output', 'redact', index, 'pattern'], {
          message: `the pattern "${rule.pattern}" matches the empty text, at every place of the output`,
          hint: 'make it need at least one character, such as + for *',
        });
      }
    }
  },
};
