import { findSetpriv } from '@packwright/engine';
import { error, type Finding, fine, warning } from './finding.ts';

/** What is known of the machine. */
export interface Machine {
  readonly platform: string;
  readonly node: string;
  readonly path: string | undefined;
}

/** The oldest Node that the packages promise to run on. */
const OLDEST_NODE = [20, 19] as const;

export function checkMachine({ platform, node, path }: Machine): readonly Finding[] {
  return [checkNode(node), ...(platform === 'linux' ? [checkSetpriv(path)] : [noSetpriv(platform)])];
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOldEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isOldEnough) return fine('node', `Node ${version}`);
  return error('node', `Node ${version} is older than what is supported`, 'install Node 20.19 or newer');
}

function checkSetpriv(path: string | undefined): Finding {
  const found = findSetpriv(path);
  if (found !== null) return fine('setpriv', found);
  return warning(
    'setpriv',
    'there is no setpriv: actions may gain privileges, and none runs as another user',
    'install util-linux, or put setpriv on the PATH of the runner',
  );
}

const noSetpriv = (platform: string): Finding =>
  warning(
    'setpriv',
    `${platform} has no setpriv: actions may gain privileges, and none runs as another user`,
    'run what is risky on Linux',
  );
