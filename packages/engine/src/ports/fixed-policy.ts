import { decideRun, type Policy } from '@packwright/trust';
import type { PolicyPort } from './policy-port.ts';

/** One policy for every run. */
export const fixedPolicy = (policy: Policy): PolicyPort => ({
  decide: ({ action, risk }) => decideRun(policy, { id: action.id, risk }),
});
