import { closest } from '@packwright/values';
import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** The systems a runner can say it is: Go's names. */
const SYSTEMS =
  'aix android darwin dragonfly freebsd illumos ios linux netbsd openbsd plan9 solaris windows'.split(' ');
const COMMON: ReadonlyMap<string, string> = new Map([
  ['macos', 'darwin'],
  ['osx', 'darwin'],
  ['mac', 'darwin'],
  ['win', 'windows'],
  ['win32', 'windows'],
  ['win64', 'windows'],
  ['ubuntu', 'linux'],
  ['debian', 'linux'],
  ['fedora', 'linux'],
  ['rhel', 'linux'],
  ['centos', 'linux'],
  ['alpine', 'linux'],
  ['gnu', 'linux'],
  ['sunos', 'solaris'],
]);

/** specs/emisar 1.3. */
export const emi129: EmisarRule = {
  code: 'EMI129',
  name: 'unknown-system',
  severity: 'warning',
  summary: '`requires.os` names a system that no runner reports.',
  why: 'It is compared with the names that Go gives to systems, letter by letter, so the pack is suggested to nobody.',
  *check({ manifest }) {
    for (const [index, system] of (manifest.value.requires?.os ?? []).entries()) {
      if (SYSTEMS.includes(system)) continue;
      const meant = COMMON.get(system.toLowerCase()) ?? closest(system, SYSTEMS);
      yield atValue(manifest, ['requires', 'os', index], {
        message: `no runner reports the system ${quote(system)}`,
        hint:
          meant === undefined
            ? 'use a name such as linux, darwin or freebsd'
            : `did you mean ${quote(meant)}?`,
      });
    }
  },
};
