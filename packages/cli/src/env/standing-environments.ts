import {
  environmentsOf,
  type InstalledEnvironment,
  installedEnvironments,
  placeOf,
  withApprovedLock,
} from '@packwright/engine/attune';
import type { Host } from '@packwright/installer/host';
import { installedPacks } from './chosen-packs.ts';

/** An environment, and whether a pack that is installed now starts in it. */
export interface StandingEnvironment extends InstalledEnvironment {
  readonly isUsed: boolean;
}

/** The environments of a host, by pack and name. */
export async function standingEnvironments(host: Host): Promise<readonly StandingEnvironment[]> {
  const used = new Set<string>();
  for (const { pack } of await installedPacks(host)) {
    for (const need of environmentsOf(pack)) {
      const { kind, lock, packRef } = withApprovedLock(need, host.locks, pack.digest);
      if (lock) used.add(placeOf(host.environments, packRef, kind, lock));
    }
  }
  return installedEnvironments(host.environments).map((environment) => ({
    ...environment,
    isUsed: used.has(environment.place),
  }));
}
