export {
  Automation,
  AutomationLimit,
  AutomationPolicy,
  AutomationRule,
  AutomationSensor,
  AutomationTask,
  AutomationTrigger,
  AutomationWorkflow,
} from './automation.ts';
export { Content, ContentGuide, ContentScript } from './content.ts';
export { Network, NetworkBudget, NetworkCapability, NetworkRule } from './network.ts';
export { PackCard } from './pack-card.ts';
export { PackView } from './pack-view.ts';
export { RequiredVariable, Requirements } from './requirements.ts';
export { Runnable, RunnableAction, RunnableArg } from './runnable.ts';
