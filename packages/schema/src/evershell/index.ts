export { EvershellBudgets, EvershellCounter, EvershellCounterScope } from './budget.ts';
export {
  EvershellAllowRule,
  EvershellCapabilities,
  EvershellCapability,
  EvershellMethod,
} from './capability.ts';
export { EvershellComputed } from './expression.ts';
export { EvershellIdentifier } from './identifier.ts';
export { EvershellPack, type EvershellPackDocument, EvershellSlug } from './pack.ts';
export {
  EvershellAuth,
  EvershellBodyChange,
  EvershellBodyValue,
  EvershellHeaderChange,
  EvershellPathChange,
  EvershellQueryChange,
  EvershellTextValue,
  EvershellTransform,
} from './transform.ts';
