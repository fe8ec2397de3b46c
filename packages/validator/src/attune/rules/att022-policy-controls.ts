import { isAtFault } from '../../structure/document.ts';
import { atKey, atValue } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Pairs of which one means nothing without the other. */
const PAIRS = [
  ['concurrency', 'limit', 'method'],
  ['rate_limit', 'max_executions', 'window_seconds'],
] as const;

const CONTROLS = ['concurrency', 'rate_limit', 'quotas'] as const;
const HINT = 'fill in `concurrency`, `rate_limit` or `quotas`';

/** Spec 1.7. */
export const att022: AttuneRule = {
  code: 'ATT022',
  name: 'policy-controls',
  severity: 'error',
  summary: 'A policy controls nothing, or only half of something.',
  why: 'A limit needs to know what becomes of one more, and a rate its window; a policy needs one of them at least.',
  upstream: ['policy.invalid_controls'],
  *check({ components }) {
    for (const { document, value } of components.policy) {
      let isControlled = (value.quotas ?? []).length > 0;
      for (const [key, first, second] of PAIRS) {
        const control: Readonly<Record<string, unknown>> = value[key] ?? {};
        const [missing, ...others] = [first, second].filter((name) => control[name] === undefined);
        // With neither of the two there is no such control, which is no fault by itself.
        if (others.length > 0) continue;
        isControlled = true;
        if (missing === undefined) continue;
        yield atKey(document, [key, missing === first ? second : first], {
          message: `\`${key}\` has no "${missing}"`,
          hint: `write ${first} and ${second}`,
        });
      }
      if (isControlled || CONTROLS.some((key) => isAtFault(document, [key]))) continue;
      const written = CONTROLS.find((key) => value[key] !== undefined);
      const finding = { message: 'the policy controls nothing', hint: HINT };
      yield written ? atValue(document, [written], finding) : atKey(document, ['ref'], finding);
    }
  },
};
