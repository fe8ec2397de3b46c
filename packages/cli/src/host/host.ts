import {
  actOf,
  type Host,
  hostOf as hostAt,
  InstallError,
  type LoadedPacks,
  loadPacks,
  seeLoaded,
} from '@packwright/installer/host';
import type { TrustFile } from '@packwright/trust';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

export interface HostFlags {
  readonly config?: string | undefined;
  readonly dest?: string | undefined;
  readonly state?: string | undefined;
  readonly registry?: string | undefined;
}

/** The host on which a command runs, as the settings and flags have it. Rejects with a `UsageError` for settings with an error. */
export async function hostOf({ dest: packs, ...flags }: HostFlags, { cwd, env }: Io): Promise<Host> {
  try {
    return await hostAt({ cwd, env, packs, ...flags });
  } catch (error) {
    if (error instanceof InstallError && error.code === 'settings_refused') {
      throw new UsageError(error.message, error.hint);
    }
    throw error;
  }
}

/** Loads the packs of a host, and takes note of their bytes. */
export async function loadSeen(
  host: Host,
  io: Io,
): Promise<{ readonly loaded: LoadedPacks; readonly file: TrustFile }> {
  const loaded = await loadPacks(host.store());
  const openedPacks = loaded.packs.map(({ opened }) => opened);
  return { loaded, file: await seeLoaded(host.trust, openedPacks, actOf(io, '')) };
}
