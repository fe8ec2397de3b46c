export {
  AttuneAction,
  type AttuneActionDocument,
  AttuneActionSeed,
  type AttuneActionSeedDocument,
  AttuneWorkflowAction,
} from './action.ts';
export { AttuneCache, type AttuneCacheDocument } from './cache.ts';
export { AttuneLaunch } from './component.ts';
export { AttuneDashboard, AttuneDashboardCard, type AttuneDashboardDocument } from './dashboard.ts';
export { type AttuneKind, type AttuneProfile, attuneDocuments } from './documents.ts';
export {
  AttuneCacheNamespace,
  AttuneComponentRef,
  AttunePackRef,
  AttuneQueueRef,
  AttuneShortRef,
  AttuneVersion,
} from './identifiers.ts';
export { attuneAliases, attuneRealKeys, attuneSeedKeys, attuneUnreadKeys } from './known-keys.ts';
export { isLenient, type LenientFault, lenientFaults } from './leniency.ts';
export {
  AttunePack,
  type AttunePackDocument,
  AttunePackSeed,
  type AttunePackSeedDocument,
  AttuneTesting,
  AttuneTestRunner,
} from './pack.ts';
export {
  AttuneGrant,
  AttuneGrantAction,
  AttuneGrantConstraints,
  AttuneGrantResource,
  AttunePermissionSet,
  type AttunePermissionSetDocument,
} from './permission-set.ts';
export { AttuneToleration, AttuneWorkerAffinity } from './placement.ts';
export {
  AttuneConcurrency,
  AttunePolicy,
  type AttunePolicyDocument,
  AttuneQuota,
  AttuneRateLimit,
} from './policy.ts';
export { AttuneProperty, AttunePropertyType } from './property.ts';
export { AttuneQueue, AttuneQueueConfig, type AttuneQueueDocument, AttuneTunable } from './queue.ts';
export { AttuneConditions, AttuneRule, type AttuneRuleDocument } from './rule.ts';
export {
  AttuneDistributions,
  AttuneEnvironmentChange,
  AttuneExecutionConfig,
  AttuneRuntime,
  type AttuneRuntimeDocument,
  AttuneRuntimeVersion,
} from './runtime.ts';
export {
  AttuneSensor,
  type AttuneSensorDocument,
  AttuneSensorSeed,
  type AttuneSensorSeedDocument,
} from './sensor.ts';
export { AttuneCacheIteration, AttuneRetry, AttuneTask, AttuneTransition, AttuneWaitFor } from './task.ts';
export {
  AttuneTrigger,
  type AttuneTriggerDocument,
  AttuneTriggerSeed,
  type AttuneTriggerSeedDocument,
} from './trigger.ts';
export { AttuneWorkflow, type AttuneWorkflowDocument } from './workflow.ts';
