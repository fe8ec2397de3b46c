// The entry for a host as it is: its settings, its packs, what it trusts, and the runner over them.
export { actOf } from './host/act.ts';
export { type Host, type HostPlaces, hostOf } from './host/host.ts';
export { type HostPacks, type KnownPacks, loadHostPacks } from './host/host-packs.ts';
export type { HostLook } from './host/look.ts';
export {
  type HostRunner,
  type OpenHost,
  openedHost,
  openHost,
  type RunnablePacks,
  type RunnerPorts,
  runnerOn,
  runnerParts,
  settleRuns,
  unknownNotice,
} from './host/open-host.ts';
export { emptyNotice, standingStore } from './host/packs-directory.ts';
export { type SystemFailure, systemFailure } from './host/system-failure.ts';
export { InstallError, type InstallErrorCode } from './install-error.ts';
export {
  defaultStateDir,
  loadSettings,
  type Settings,
  type SettingsFile,
  type SettingsPlace,
  settingsPaths,
} from './settings/load-settings.ts';
export { type LoadedPack, type LoadedPacks, loadPacks } from './store/load-packs.ts';
export type { BrokenPack } from './store/packs-in.ts';
export { packPlace, type Store, storeAt } from './store/store.ts';
export {
  changeTrust,
  keepTrusted,
  readTrust,
  seeLoaded,
  seenPack,
  type TrustStore,
  trustedCopy,
} from './trust/trust-store.ts';
