// The Node entry: what fetches, places and publishes packs.
export { lockedEntry, requireLocked } from './frozen.ts';
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
export { type Signers, signerOf } from './signature/signer-of.ts';
export type { SigstoreIdentity, SigstoreTerms } from './signature/sigstore.ts';
export { fetchPack } from './source/fetch-pack.ts';
export { readSuggestIndex } from './source/read-suggest-index.ts';
export type { Fetched, FetchTerms } from './source/source.ts';
export { type PackFile, packFiles } from './store/pack-files.ts';
export { lockOf } from './store/swap.ts';
export { uninstallPack } from './uninstall-pack.ts';
export { type UpdatedPack, type UpdateOptions, updatePacks } from './update-packs.ts';
export { type VerifiedPack, verifyPacks } from './verify-packs.ts';
