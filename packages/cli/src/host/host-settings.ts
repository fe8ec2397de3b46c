import type { HostSettings } from '@packwright/engine';
import type { Host } from '@packwright/installer/host';

/** What planning needs to know of a host, with what is known of the programs of its machine. */
export const hostSettings = (
  host: Host,
  programs: Pick<HostSettings, 'versionOf' | 'pythons'>,
): HostSettings => ({
  protectedRoots: host.protectedRoots,
  environmentsDirectory: host.environments,
  approvedLocks: host.locks,
  unlockedEnvironments: host.settings.environments?.unlocked ?? 'refuse',
  ...programs,
});
