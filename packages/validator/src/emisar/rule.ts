import type { EmisarActionDocument } from '@packwright/schema/emisar';
import type { Finding } from '../structure/finding.ts';
import type { Path } from '../structure/locator.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { EmisarPackFiles } from './pack.ts';

/** One check over a whole pack. It yields nothing for a pack without the problem. */
export interface EmisarRule extends RuleInfo {
  check(pack: EmisarPackFiles): Iterable<Finding>;
}

/** The command line templates of an action, and where they stand. */
export function argvOf(action: EmisarActionDocument): {
  readonly argv: readonly string[];
  readonly path: Path;
} {
  return action.kind === 'exec'
    ? { argv: action.execution.command.argv ?? [], path: ['execution', 'command', 'argv'] }
    : { argv: action.execution.argv ?? [], path: ['execution', 'argv'] };
}
