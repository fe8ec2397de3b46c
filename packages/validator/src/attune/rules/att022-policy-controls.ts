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
      const { concurrency, rate_limit, quotas } = value;
      if (concurrency === undefined && rate_limit === undefined && (quotas ?? []).length === 0) {
        yield atKey(document, ['ref'], {
          message: 'the policy controls nothing',
          hint: 'add `concurrency`, `rate_limit` or `quotas`',
        });
      }
      for (const [key, first, second] of PAIRS) {
        const control: Readonly<Record<string, unknown>> | undefined = value[key];
        if (control === undefined) continue;
        const missing = [first, second].filter((name) => control[name] === undefined);
        if (missing.length === 0) continue;
        yield atKey(document, [key], {
          message: `\`${key}\` has no ${missing.map((name) => `"${name}"`).join(' and no ')}`,
          hint: `write ${first} and ${second}`,
        });
      }
    }
  },
};
