export { type BoundArguments, BoundDuration, type BoundValue } from './arguments/bound-value.ts';
export { type ArgumentProblem, checkArguments, checkValue } from './arguments/check-arguments.ts';
export { checkDeclaration } from './arguments/check-declaration.ts';
export type { ArgumentDeclaration, ArgumentType, ArgumentValidation } from './arguments/declaration.ts';
export type { DeclarationFault, DeclarationProblem } from './arguments/declaration-problem.ts';
export type { HostPaths } from './arguments/host-paths.ts';
export type { ValueCode, ValueProblem } from './arguments/problem.ts';
export { type ArgumentError, type ArgumentErrorCode, type BindResult, bindArguments } from './arguments.ts';
export { type AuthoredAction, authoredActions } from './authored-actions.ts';
export { contentHash, type HashEntry } from './digest.ts';
export { type InputSchema, inputSchemaOf } from './input-schema.ts';
export type { OutputSchemaFault, OutputSchemaProblem } from './output-schema/problem.ts';
export { checkOutputSchema } from './output-schema.ts';
export {
  checkTemplates,
  referencedNames,
  type TemplatePlace,
  type TemplateProblem,
} from './template/check-templates.ts';
export { RenderError } from './template/render-error.ts';
export { renderArgv, renderEnv } from './template.ts';
