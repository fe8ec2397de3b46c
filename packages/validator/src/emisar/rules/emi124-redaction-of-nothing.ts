import { compilePattern } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

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
        if (!matchesEmptyText(rule.pattern)) continue;
        yield atValue(document, ['output', 'redact', index, 'pattern'], {
          message: `the pattern ${quote(rule.pattern)} matches the empty text, at every place of the output`,
          hint: 'make it need at least one character, such as + for *',
        });
      }
    }
  },
};

function matchesEmptyText(pattern: string): boolean {
  // Between `^` and `$` nothing matches but in an empty line; no star, no bar, no `?` or `{0` and nothing is optional.
  if (/^(?:\(\?[a-zA-Z]+\))?\^|\$$/.test(pattern) || !/[*?|]|\{0/.test(pattern.replace(/\(\?/g, '')))
    return false;
  if (isPlainlyLonger(pattern)) return false;
  const compiled = compilePattern(pattern);
  return compiled.ok && compiled.pattern.test('') && compiled.pattern.test('\u0001');
}

/** Spares the search where JavaScript reads the pattern too and finds that it needs a character. */
function isPlainlyLonger(pattern: string): boolean {
  try {
    return !new RegExp(pattern.replace(/^\(\?[imsU]+\)/, ''), 'u').test('');
  } catch {
    return false;
  }
}
