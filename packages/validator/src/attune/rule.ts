import type { Finding } from '../structure/finding.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { AttunePackFiles } from './pack.ts';

/** One check over a whole pack. It yields nothing for a pack without the problem. */
export interface AttuneRule extends RuleInfo {
  check(pack: AttunePackFiles): Iterable<Finding>;
}
