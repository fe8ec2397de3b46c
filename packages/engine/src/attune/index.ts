export {
  type BindOptions,
  type BindParametersResult,
  bindParameters,
  type ParameterError,
  type ParameterErrorCode,
} from './bind-parameters.ts';
export {
  type Delivered,
  type Delivery,
  type DeliveryResult,
  type DeliveryTerms,
  deliver,
} from './delivery.ts';
export { type ParameterFormat, writeDocument } from './documents/document.ts';
export { approveLocks, proposedLocks, proposeLock, withApprovedLock } from './environments/approved-lock.ts';
export { type BuildResult, type BuildSettings, buildEnvironment } from './environments/build.ts';
export { environmentsOf } from './environments/environments-of.ts';
export type { InstallSources } from './environments/install-sources.ts';
export {
  type InstalledEnvironment,
  installedEnvironments,
  removeEnvironment,
} from './environments/installed.ts';
export type { EnvironmentKind, EnvironmentLock, EnvironmentNeed } from './environments/need.ts';
export { placeOf } from './environments/place.ts';
export { type ResolvedLock, resolveLock } from './environments/resolve-lock.ts';
export type { PlacedAction } from './placed-action.ts';
export { plan } from './plan.ts';
export { attunePlanner } from './planner.ts';
