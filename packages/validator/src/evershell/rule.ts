import type { Finding } from '../structure/finding.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { EvershellPackFiles } from './pack.ts';

/** One check over a whole pack. It yields nothing for a pack without the problem. */
export interface EvershellRule extends RuleInfo {
  check(pack: EvershellPackFiles): Iterable<Finding>;
}
