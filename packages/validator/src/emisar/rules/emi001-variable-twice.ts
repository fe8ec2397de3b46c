import { atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar P11. */
export const emi001: EmisarRule = {
  code: 'EMI001',
  name: 'variable-twice',
  severity: 'error',
  summary: 'An environment variable is listed twice under `setup.env`.',
  why: 'Operators would see two descriptions, and perhaps two defaults, for one variable.',
  upstream: ['P11'],
  *check({ manifest }) {
    const names = (manifest.value.setup?.env ?? []).map(({ name }) => name);
    for (const { index, first, value } of repeats(names)) {
      yield atValue(manifest, ['setup', 'env', index, 'name'], {
        message: `the variable "${value}" is listed twice`,
        hint: 'remove one of the two entries',
        related: [related(manifest, ['setup', 'env', first, 'name'], 'first listed here')],
      });
    }
  },
};
