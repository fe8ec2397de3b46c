import type { PackIdentity, Standing } from '@packwright/trust';

/** Whether exactly these bytes may run on this host. Asked anew for every run. */
export interface TrustPort {
  standingOf(pack: PackIdentity, digest: string): Standing | Promise<Standing>;
}
