// The Node entry: what fetches, writes and reads packs on a host.
export { lockedEntry, requireLocked } from './frozen.ts';
export { actOf } from './host/act.ts';
export { type Host, type HostPlaces, hostOf } from './host/host.ts';
export { type HostPacks, loadHostPacks } from './host/host-packs.ts';
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
export { hostSigns } from './host-signs.ts';
export { type CheckedPack, checkFetched, type Demands, placePack, plainDigest } from './place-pack.ts';
export {
  type BuildOptions,
  type BuiltRegistry,
  buildRegistry,
  type RegistryPack,
} from './registry/build-registry.ts';
export type { CatalogEntry, Release } from './registry/history.ts';
export { type RegistryFault, verifyRegistry } from './registry/verify-registry.ts';
export { earlierVersions, rollbackPack } from './rollback-pack.ts';
export {
  defaultStateDir,
  loadSettings,
  type Settings,
  type SettingsFile,
  type SettingsPlace,
  settingsPaths,
} from './settings/load-settings.ts';
export { type Signers, signerOf } from './signature/signer-of.ts';
export type { SigstoreIdentity, SigstoreTerms } from './signature/sigstore.ts';
export { fetchPack } from './source/fetch-pack.ts';
export { readSuggestIndex } from './source/read-suggest-index.ts';
export type { Fetched, FetchTerms } from './source/source.ts';
export {
  type BrokenPack,
  type KnownPacks,
  type LoadedPack,
  type LoadedPacks,
  loadPacks,
} from './store/load-packs.ts';
export { type PackFile, packFiles } from './store/pack-files.ts';
export { packPlace, type Store, storeAt } from './store/store.ts';
export { lockOf } from './store/swap.ts';
export {
  changeTrust,
  keepTrusted,
  readTrust,
  seeLoaded,
  seenPack,
  type TrustStore,
  trustedCopy,
} from './trust/trust-store.ts';
export { uninstallPack } from './uninstall-pack.ts';
export { type UpdatedPack, type UpdateOptions, updatePacks } from './update-packs.ts';
export { type VerifiedPack, verifyPacks } from './verify-packs.ts';
