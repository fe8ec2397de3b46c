export {
  type Admission,
  type AdmissionAnswer,
  admitId,
  admitRisk,
  compileAdmission,
} from './admission/admit.ts';
export { emptyTrustFile } from './empty-trust-file.ts';
export { findEntry, packName } from './find-entry.ts';
export { checkPolicy, type PolicyProblem } from './policy/check-policy.ts';
export { decideRun, effectiveRisk, type PolicyAnswer, type RatedAction } from './policy/decide-run.ts';
export { defaultPolicy, type Policy, type PolicyOverride, policyOf } from './policy/policy.ts';
export { readTrustFile, writeTrustFile } from './read-trust-file.ts';
export { type Standing, standingOf } from './standing.ts';
export {
  ratePack,
  rejectPack,
  retirePack,
  revokePack,
  type TrustRequest,
  trustPack,
} from './transition/decide.ts';
export { type ListTerms, type SeenPack, seePack } from './transition/see-pack.ts';
export type { Act } from './transition/step.ts';
export type {
  AllowedPack,
  AllowList,
  PackIdentity,
  RevokedDigest,
  TrustEntry,
  TrustFile,
  TrustState,
  TrustStep,
} from './trust-file.ts';
export type { Outcome, TrustProblem, TrustProblemCode } from './trust-problem.ts';
