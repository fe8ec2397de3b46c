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
export type { PlacedAction } from './placed-action.ts';
export { plan } from './plan.ts';
export { attunePlanner } from './planner.ts';
