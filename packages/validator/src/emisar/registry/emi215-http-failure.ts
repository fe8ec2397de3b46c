import { atKey } from '../../structure/finding.ts';
import { type Command, commandsOf } from '../risk-floor/command.ts';
import { argvOf, type EmisarRule } from '../rule.ts';

/** specs/emisar 10.4. */
export const emi215: EmisarRule = {
  code: 'EMI215',
  name: 'http-failure-unseen',
  severity: 'warning',
  summary: 'A request that the server refuses counts as a success.',
  why: 'Without `-f` curl exits with 0 for 404 and 500, and the error page is returned as the result.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      if (!commandsOf(action).some(hidesFailure)) continue;
      yield atKey(document, argvOf(action).path, {
        message: 'curl reports success here whatever status the server answers with',
        hint: 'add -f (or --fail-with-body), or print the status with -w "%{http_code}"',
      });
    }
  },
};

/** Requests for headers alone show the status; so does a format with it. */
function hidesFailure({ program, words }: Command): boolean {
  if (program !== 'curl') return false;
  return !words.some(
    (word) =>
      /^-[A-Za-z]*[fIi]/.test(word) ||
      /^--(?:fail|head|include|version|help)/.test(word) ||
      /^--?w.*http_code|%\{(?:http_code|response_code)/.test(word) ||
      /^\$[{@*A-Za-z]/.test(word),
  );
}
