export {
  EmisarAction,
  type EmisarActionDocument,
  EmisarExample,
  EmisarExecAction,
  type EmisarExecActionDocument,
  EmisarScriptAction,
  type EmisarScriptActionDocument,
} from './action.ts';
export { EmisarArg, EmisarArgType } from './argument.ts';
export {
  EmisarCommand,
  EmisarExecExecution,
  type EmisarExecution,
  EmisarScript,
  EmisarScriptExecution,
} from './execution.ts';
export {
  EmisarActionId,
  EmisarPackId,
  EmisarVersion,
  EmisarVersionFloor,
  EnvironmentName,
} from './identifiers.ts';
export { EmisarOutput, EmisarParser, EmisarRedaction } from './output.ts';
export { EmisarDetection, EmisarPack, type EmisarPackDocument, EmisarRequirements } from './pack.ts';
export { ConfigDuration } from './scalars.ts';
export { type EmisarHostAccess, EmisarSetup, EmisarSetupVariable } from './setup.ts';
export { EmisarValidation } from './validation.ts';
