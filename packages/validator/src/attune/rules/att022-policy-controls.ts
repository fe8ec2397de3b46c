import { atKey } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

/** Pairs of which one means nothing without the other. */
const PAIRS = [
  ['concurrency', 'limit', 'method'],
  ['rate_limit', 'max_executions', 'window_seconds'],
] as const;

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
        const missing = [first, second].filter((name) => control[name] === undefined);
        // With neither of the two there is no such control, which is no fault by itself.
        if (missing.length === 2) continue;
        isControlled = true;
        const [name] = missing;
        if (name === undefined) continue;
        yield atKey(document, [key], {
          message: `\`${key}\` has no "${name}"`,
          hint: `write ${first} and ${second}`,
        });
      }
      if (isControlled) continue;
      yield atKey(document, ['ref'], {
        message: 'the policy controls nothing',
        hint: 'fill in `concurrency`, `rate_limit` or `quotas`',
      });
    }
  },
};
