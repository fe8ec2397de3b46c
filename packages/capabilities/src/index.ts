export { type BodySchema, compileBodySchema } from './body-schema/body-schema.ts';
export type { FormatUse } from './body-schema/prepare.ts';
export type { BudgetStore, Claim, ReserveResult, Usage } from './budget/budget-store.ts';
export { MemoryBudgetStore } from './budget/memory-budget-store.ts';
export type { Reservation, ReservedCounter } from './budget/reservation.ts';
export { type CeilingReason, type Charge, type Outcome, type Settlement, settle } from './budget/settle.ts';
export type { AllowRule, Capability } from './capability.ts';
export {
  type CapabilityChange,
  type CapabilityPlace,
  compareCapabilities,
} from './changes/compare-capabilities.ts';
export {
  type CompiledCapabilities,
  type CompileOptions,
  compileCapabilities,
} from './compile-capabilities.ts';
export { type DecisionServices, decide } from './decision/decide.ts';
export { decideName, type NameDecision } from './decision/decide-name.ts';
export type { Admission, Decision, Denial, ExceededCounter, RuleName } from './decision/decision.ts';
export { type DenialResponse, denialResponse } from './decision/denial-response.ts';
export { type Explanation, explain, type RuleExplanation } from './decision/explain.ts';
export type { CapabilityRequest, HeaderFields, TaskContext, WorkspaceContext } from './decision/request.ts';
export { type AuditPhase, type DenialReason, phaseOf, type Stage, stages } from './decision/stage.ts';
export {
  type CapabilitySource,
  type EffectiveCapability,
  mergeCapabilities,
  type OverriddenCapability,
  type Policy,
} from './policy/policy.ts';
export { type CapabilityRequirements, requirementsOf } from './policy/requirements.ts';
export type { EffectiveRule } from './policy/rule-index.ts';
export { checkUpstream, type Upstream, upstreamCapability } from './policy/upstream.ts';
export { type Problem, type ProblemCode, type ProblemSeverity, structuralCodes } from './problem.ts';
export type { TextRange } from './text-range.ts';
export type { ForwardedAuth, ForwardedRequest } from './transform/forwarded-request.ts';
export { placeholderVault, type Vault } from './transform/vault.ts';
