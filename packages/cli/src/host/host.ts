import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { InstallError } from '@packwright/installer';
import {
  type Demands,
  defaultStateDir,
  type FetchTerms,
  type LoadedPacks,
  loadPacks,
  readTrust,
  type Settings,
  type Store,
  seeLoaded,
  storeAt,
  type TrustStore,
} from '@packwright/installer/node';
import type { Act, TrustFile } from '@packwright/trust';
import type { Io } from '../io.ts';
import { settingsOf } from './settings-of.ts';

const FETCH_MS = 30_000;
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

export interface HostFlags {
  readonly config?: string | undefined;
  readonly dest?: string | undefined;
  readonly state?: string | undefined;
  readonly registry?: string | undefined;
}

/** The packs and the trust of the host on which a command runs, as the settings and flags have them. */
export interface Host {
  readonly settings: Settings['value'];
  readonly trust: TrustStore;
  readonly terms: FetchTerms;
  readonly demands: Demands;
  /** The directory of installed packs; throws an `InstallError` where nothing says which it is. */
  store(): Store;
}

/** Reads the settings and says where everything is. Throws a `UsageError` for settings with an error. */
export async function hostOf(flags: HostFlags, io: Io): Promise<Host> {
  const { value: settings } = await settingsOf(flags, io);
  const { packs_dir, state_dir, trust, install } = settings;
  return {
    settings,
    trust: {
      state: resolve(io.cwd, state_dir ?? defaultStateDir(io.env)),
      graceMs: milliseconds(trust?.allow_list?.grace ?? '0s'),
    },
    terms: { cwd: io.cwd, registry: registryOf(settings), hosts: install?.hosts, timeoutMs: FETCH_MS },
    demands: { keys: trust?.signatures?.keys ?? [], signed: trust?.signatures?.required === true },
    store() {
      if (packs_dir !== undefined) return storeAt(resolve(io.cwd, packs_dir));
      throw new InstallError(
        'packs_dir_unset',
        'nothing says where packs are installed',
        'give --dest, or set `packs_dir` in packwright.yaml',
      );
    },
  };
}

/** Loads the packs of a host, and takes note of their bytes. */
export async function loadSeen(
  host: Host,
  io: Io,
): Promise<{ readonly loaded: LoadedPacks; readonly file: TrustFile }> {
  const loaded = await loadPacks(host.store());
  return { loaded, file: await seeIfMay(host, loaded, io) };
}

/** Someone who may only look sees the packs as they stand. */
async function seeIfMay({ trust }: Host, { packs }: LoadedPacks, io: Io): Promise<TrustFile> {
  try {
    return await seeLoaded(trust, packs, actOf(io, ''));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) {
      return readTrust(trust);
    }
    throw error;
  }
}

/** Who acts now: the user of the process, and behind sudo the one who called it. */
export function actOf({ env }: Pick<Io, 'env'>, reason: string): Act {
  const by = env.SUDO_USER ? `${env.SUDO_USER} as ${userName()}` : userName();
  return { by, at: new Date().toISOString(), reason };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

function registryOf({ registry, registries }: Settings['value']): string | undefined {
  return registry !== undefined && registries && Object.hasOwn(registries, registry)
    ? registries[registry]
    : registry;
}

const milliseconds = (span: string): number =>
  Number.parseInt(span, 10) * UNITS[span.at(-1) as keyof typeof UNITS];
