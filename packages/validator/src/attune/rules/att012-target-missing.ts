import { missingTargets } from '../missing-targets.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 2.4. */
export const att012: AttuneRule = {
  code: 'ATT012',
  name: 'target-missing',
  severity: 'error',
  summary: 'A reference into the pack itself names nothing that is there.',
  why: 'A rule, policy or queue without its target is skipped, a sensor fires nothing, and a task fails when it is reached.',
  upstream: ['reference.missing_local_target'],
  check: (pack) => missingTargets(pack, 'others'),
};
