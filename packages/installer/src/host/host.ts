import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { InstallSources } from '@packwright/engine/attune';
import { shownPlace } from '@packwright/validator/node';
import { InstallError } from '../install-error.ts';
import type { Demands } from '../place-pack.ts';
import { defaultStateDir, loadSettings, type Settings, settingsPaths } from '../settings/load-settings.ts';
import type { FetchTerms } from '../source/source.ts';
import { readIfThere } from '../store/durable.ts';
import { lockPath, type Store, storeAt } from '../store/store.ts';
import type { TrustStore } from '../trust/trust-store.ts';

const FETCH_MS = 30_000;
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** What a process says of the host it works on; what is given here wins over the settings. */
export interface HostPlaces {
  /** Absolute path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The only settings file to read. */
  readonly config?: string | undefined;
  /** The directory of installed packs. */
  readonly packs?: string | undefined;
  /** The directory for trust and journals. */
  readonly state?: string | undefined;
  readonly registry?: string | undefined;
}

/** The packs, the trust and the state of one host, as its settings have them. Paths are absolute. */
export interface Host {
  readonly settings: Settings['value'];
  readonly trust: TrustStore;
  readonly terms: FetchTerms;
  readonly demands: Demands;
  /** Where every run is written down. */
  readonly journal: string;
  /** Where the private files of runs stand. */
  readonly scratch: string;
  /** Where the environments of packs are built. */
  readonly environments: string;
  /** Where locks stand that were approved with trust. */
  readonly locks: string;
  /** Where the packages of environments come from. */
  readonly sources: InstallSources;
  /** Where no argument of an action may lead. */
  readonly protectedRoots: readonly string[];
  /** The directory of installed packs; throws an `InstallError` where nothing says which it is. */
  store(): Store;
}

/** Reads the settings and says where everything is. Throws an `InstallError` for settings with an error. */
export async function hostOf(places: HostPlaces): Promise<Host> {
  const { cwd, env } = places;
  const settings = await settingsOf(places);
  const { packs_dir, state_dir, trust, install } = settings;
  const state = resolve(cwd, state_dir ?? defaultStateDir(env));
  const scratch = scratchDirectory(state, env);
  const userConfig = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'packwright');
  return {
    settings,
    trust: { state, graceMs: milliseconds(trust?.allow_list?.grace ?? '0s') },
    terms: { cwd, registry: registryOf(settings), hosts: install?.hosts, timeoutMs: FETCH_MS },
    demands: demandsOf(settings, cwd),
    journal: join(state, 'journal.jsonl'),
    scratch,
    environments: join(state, 'environments'),
    locks: join(state, 'locks'),
    sources: sourcesOf(settings, cwd),
    protectedRoots: [
      ...[state, scratch, '/etc/packwright', userConfig],
      ...(packs_dir === undefined ? [] : protectedAt(storeAt(resolve(cwd, packs_dir)))),
      ...settingsPaths({ cwd, env, file: places.config }),
    ],
    store() {
      if (packs_dir !== undefined) return storeAt(resolve(cwd, packs_dir));
      throw new InstallError(
        'packs_dir_unset',
        'nothing says where packs are installed',
        'set `packs_dir` in packwright.yaml, or name the directory on the command line',
      );
    },
  };
}

function demandsOf({ trust }: Settings['value'], cwd: string): Demands {
  const { keys = [], required = false, sigstore } = trust?.signatures ?? {};
  if (!sigstore) return { keys, signed: required };
  const { trusted_root: file, identities } = sigstore;
  const trustedRoot = readIfThere(resolve(cwd, file));
  if (trustedRoot !== undefined) return { keys, signed: required, sigstore: { trustedRoot, identities } };
  throw new InstallError(
    'settings_refused',
    `there is no trusted root of Sigstore at "${file}"`,
    'get one with `cosign trusted-root create`, or leave out `trust.signatures.sigstore`',
  );
}

async function settingsOf({
  cwd,
  env,
  config,
  packs,
  state,
  registry,
}: HostPlaces): Promise<Settings['value']> {
  const flags = {
    ...(packs !== undefined && { packs_dir: packs }),
    ...(state !== undefined && { state_dir: state }),
    ...(registry !== undefined && { registry }),
  };
  const { value, files } = await loadSettings({ cwd, env, file: config, flags });
  for (const { path, source, diagnostics } of files) {
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    if (!fault) continue;
    const { line, column } = source.position(fault.span.start);
    throw new InstallError(
      'settings_refused',
      `${shownPlace(path, cwd)}:${line}:${column} ${fault.code} ${fault.message}`,
      fault.hint ?? '`packwright config check` shows all that is wrong with the settings',
    );
  }
  return value;
}

const protectedAt = (store: Store): readonly string[] => [store.packs, lockPath(store)];

/** Other users pass through it, so for root it does not lie in the state directory. */
function scratchDirectory(state: string, env: HostPlaces['env']): string {
  if (process.getuid?.() === 0 && process.platform === 'linux') return '/run/packwright';
  return env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'packwright') : join(state, 'run');
}

function sourcesOf({ environments = {} }: Settings['value'], cwd: string): InstallSources {
  const { index, no_index: noIndex, find_links: links, registry } = environments;
  const findLinks = links?.map((place) => (/^https?:/.test(place) ? place : resolve(cwd, place)));
  return {
    ...(index !== undefined && { index }),
    ...(noIndex !== undefined && { noIndex }),
    ...(findLinks && { findLinks }),
    ...(registry !== undefined && { registry }),
  };
}

function registryOf({ registry, registries }: Settings['value']): string | undefined {
  return registry !== undefined && registries && Object.hasOwn(registries, registry)
    ? registries[registry]
    : registry;
}

/** A length of time as settings have it. */
export const milliseconds = (span: string): number =>
  Number.parseInt(span, 10) * UNITS[span.at(-1) as keyof typeof UNITS];
