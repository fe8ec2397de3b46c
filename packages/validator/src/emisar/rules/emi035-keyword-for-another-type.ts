import { atKey } from '../../structure/finding.ts';
import { declarationRule } from '../declaration-rule.ts';

/** specs/emisar 2.5, 2.6. */
export const emi035 = declarationRule(
  {
    code: 'EMI035',
    name: 'keyword-for-another-type',
    severity: 'error',
    summary: 'A validation keyword does not apply to the type of the argument.',
    why: 'It would look like a limit and limit nothing.',
    upstream: ['G5', 'G7', 'G9', 'G11', 'G15', 'G17', 'G19'],
  },
  [
    'choices-on-duration',
    'pattern-on-type',
    'max-length-on-type',
    'bound-on-type',
    'max-items-on-type',
    'duration-bound-on-type',
    'paths-on-type',
  ],
  atKey,
);
