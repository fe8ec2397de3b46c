// The entry for what is signed: packs, and the allow-lists that decide for many hosts.
export {
  cosignAllowList,
  readAllowList,
  type SignedAllowList,
  signAllowList,
} from './allow-list/allow-list-file.ts';
export { checkSuccessor, resetAllowListKeys } from './allow-list/allow-list-keys.ts';
export { type AllowListTerms, applyAllowList } from './allow-list/apply-allow-list.ts';
export { type DraftTerms, draftAllowList } from './allow-list/draft-allow-list.ts';
export { type KeyPair, newKeyPair, publicKeyOf } from './signature/key.ts';
export { packStatement, type SignedPack, signPack, verifyPack } from './signature/pack-signature.ts';
