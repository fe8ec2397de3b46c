// The schemas behind the files of trust. Reading them takes their forms only, so that no process needs Zod for it.
export {
  AllowedPack,
  AllowList,
  PackIdentity,
  RevokedDigest,
  TrustEntry,
  TrustFile,
  TrustState,
  TrustStep,
} from './trust-file.ts';
