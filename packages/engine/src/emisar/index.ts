export { renderArgv } from '@packwright/validator/emisar';
export { bindArguments } from './bind-arguments.ts';
export { nodeHost } from './host-paths.ts';
export { plan } from './plan.ts';
export { emisarPlanner } from './planner.ts';
